using MathNet.Numerics.Distributions;

namespace SupportConsole.Domain.Triage.Learning;

/// <summary>
/// Whether a newly trained model is better than the one in force, on texts that neither was trained on. What counts is the texts on
/// which one of them is right and the other is not (McNemar's exact test). Texts that belong to no label are left to what is answered
/// automatically (<see cref="PrecisionPromise"/>), so that these accuracies are those of <see cref="HeldOutReport"/>.
/// </summary>
/// <param name="Chance">How likely so large a difference would be if both were equally good.</param>
/// <param name="NewOnly">How many texts only the new model gets right; <paramref name="OldOnly"/> only the one in force.</param>
public sealed record ModelComparison(ComparisonResult Result, int Texts, double NewAccuracy, double OldAccuracy, int NewOnly, int OldOnly, double Chance)
{
    /// <summary>A difference counts when it is luck in fewer than one of twenty cases.</summary>
    private const double Luck = 0.05;

    /// <summary>Fewer texts than this tell nothing about two models: of ten, one may get five fewer right by luck.</summary>
    public const int LeastTexts = 30;

    /// <summary>So much less accurate a newer model may look: half of all equally good ones look worse, and it knows what was labelled since.</summary>
    private const double Margin = 0.005;

    /// <summary>The new one may take the place of the other: it is judged by enough texts, and not worse on them.</summary>
    public bool IsAsGood => Texts >= LeastTexts && Result != ComparisonResult.Worse && NewAccuracy >= OldAccuracy - Margin;

    public static ModelComparison Of(TextModel fresh, TextModel inForce, TrainingTexts texts)
    {
        var (count, both, freshOnly, oldOnly) = (0, 0, 0, 0);
        foreach (var (text, label) in texts.Texts.Zip(texts.Labels).Where(one => one.Second != LearningOptions.OutOfScope))
        {
            var (now, before) = (fresh.Classify(text).Label == label, inForce.Classify(text).Label == label);
            count++;
            both += now && before ? 1 : 0;
            freshOnly += now && !before ? 1 : 0;
            oldOnly += before && !now ? 1 : 0;
        }

        var differ = freshOnly + oldOnly;
        var chance = differ == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, differ, Math.Min(freshOnly, oldOnly)));
        var result = chance >= Luck ? ComparisonResult.Undecided : freshOnly > oldOnly ? ComparisonResult.Better : ComparisonResult.Worse;
        var all = Math.Max(1, count);
        return new ModelComparison(result, count, (double)(both + freshOnly) / all, (double)(both + oldOnly) / all, freshOnly, oldOnly, chance);
    }
}

/// <summary>What a comparison says of the new model.</summary>
public enum ComparisonResult
{
    /// <summary>It is right more often, and that is hardly luck.</summary>
    Better,

    /// <summary>It is right less often, and that is hardly luck.</summary>
    Worse,

    /// <summary>The texts cannot tell them apart.</summary>
    Undecided,
}
