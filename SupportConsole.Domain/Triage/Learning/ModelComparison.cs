using MathNet.Numerics.Distributions;

namespace SupportConsole.Domain.Triage.Learning;

/// <summary>
/// Whether a newly trained model is better than the one in force, on texts that neither was trained on. What counts is the texts on
/// which one of them is right and the other is not (McNemar's exact test).
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

    /// <param name="texts">Texts labelled <see cref="LearningOptions.OutOfScope"/> are right when they are not answered automatically.</param>
    public static ModelComparison Of(TextModel fresh, TextModel inForce, TrainingTexts texts)
    {
        var (both, freshOnly, oldOnly) = (0, 0, 0);
        for (var i = 0; i < texts.Count; i++)
        {
            var (now, before) = (IsRight(fresh, texts, i), IsRight(inForce, texts, i));
            both += now && before ? 1 : 0;
            freshOnly += now && !before ? 1 : 0;
            oldOnly += before && !now ? 1 : 0;
        }

        var differ = freshOnly + oldOnly;
        var chance = differ == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, differ, Math.Min(freshOnly, oldOnly)));
        var result = chance >= Luck ? ComparisonResult.Undecided : freshOnly > oldOnly ? ComparisonResult.Better : ComparisonResult.Worse;
        var all = Math.Max(1, texts.Count);
        return new ModelComparison(result, texts.Count, (double)(both + freshOnly) / all, (double)(both + oldOnly) / all, freshOnly, oldOnly, chance);
    }

    private static bool IsRight(TextModel model, TrainingTexts texts, int row)
    {
        var answer = model.Classify(texts.Texts[row]);
        return texts.Labels[row] == LearningOptions.OutOfScope ? answer.Decision != Decision.Auto : answer.Label == texts.Labels[row];
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
