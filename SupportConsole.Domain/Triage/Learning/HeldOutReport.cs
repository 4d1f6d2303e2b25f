namespace SupportConsole.Domain.Triage.Learning;

/// <summary>
/// How right a model is on texts that were not trained on. Traffic is all of them, those that belong to no label included; "in scope" are those
/// that have one. Counts are kept and shares follow from them. Of texts that the two factors of the blend and the threshold were fitted on, the
/// calibration is flattered a little.
/// </summary>
/// <param name="Texts">How many texts with a label it was judged by; <paramref name="Right"/> of them were given it.</param>
/// <param name="Strangers">How many texts that belong to no label; <paramref name="StrangersAuto"/> of them would be answered automatically.</param>
/// <param name="Auto">Texts with a label that would be answered automatically; <paramref name="AutoRight"/> of them rightly.</param>
/// <param name="Ece">Expected calibration error over the traffic.</param>
/// <param name="Calibration">The curve of it.</param>
public sealed record HeldOutReport(
    int Texts, int Strangers, int Right, int Auto, int AutoRight, int StrangersAuto, double MacroF1, double Ece, double EceInScope,
    IReadOnlyList<LabelScore> Labels, IReadOnlyList<ConfusedPair> Confused, IReadOnlyList<CalibrationBin> Calibration)
{
    private const int MostPairs = 20;

    /// <summary>Fewer texts that belong to no label than this say nothing of what would be answered among them.</summary>
    private const int EnoughStrangers = 30;

    public int Traffic => Texts + Strangers;

    /// <summary>Everything that would be answered automatically.</summary>
    public int Answered => Auto + StrangersAuto;

    /// <summary>Of the texts that have a label, the share that was given it.</summary>
    public double Accuracy => Share(Right, Texts);

    /// <summary>Of the traffic, the share answered automatically; <see cref="AutoPrecision"/> of these are right.</summary>
    public double AutoShare => Share(Answered, Traffic);

    public double AutoPrecision => Share(AutoRight, Answered);

    public double AutoShareInScope => Share(Auto, Texts);

    public double AutoPrecisionInScope => Share(AutoRight, Auto);

    /// <summary>Whether what would be answered among texts that belong to no label was measured.</summary>
    public bool KnowsStrangers => Strangers >= EnoughStrangers;

    /// <summary>Of the strangers, the share that would be answered automatically.</summary>
    public double StrangersAnswered => Share(StrangersAuto, Strangers);

    /// <param name="truths">The label of each text; <see cref="LearningOptions.OutOfScope"/> for none.</param>
    public static HeldOutReport Of(IReadOnlyList<string> truths, IReadOnlyList<Classification> answers)
    {
        var all = truths.Zip(answers, (truth, answer) => (Truth: truth, Answer: answer, Right: truth == answer.Label, Auto: answer.Decision == Decision.Auto)).ToList();
        var own = all.Where(text => text.Truth != LearningOptions.OutOfScope).ToList();
        var (truth, said) = (own.ConvertAll(text => text.Truth), own.ConvertAll(text => text.Answer.Label));
        var (confidence, right) = (all.ConvertAll(text => (double)text.Answer.Confidence), all.ConvertAll(text => text.Right));
        return new HeldOutReport(
            own.Count, all.Count - own.Count, own.Count(text => text.Right), own.Count(text => text.Auto), own.Count(text => text.Auto && text.Right),
            all.Count(text => text.Auto) - own.Count(text => text.Auto),
            Measures.MacroF1(truth, said),
            Measures.CalibrationError(confidence, right),
            Measures.CalibrationError(own.ConvertAll(text => (double)text.Answer.Confidence), own.ConvertAll(text => text.Right)),
            LabelsOf(truth, said),
            [.. own.Where(text => !text.Right).CountBy(text => (text.Truth, text.Answer.Label))
                .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Truth, StringComparer.Ordinal).ThenBy(pair => pair.Key.Label, StringComparer.Ordinal)
                .Take(MostPairs).Select(pair => new ConfusedPair(pair.Key.Truth, pair.Key.Label, pair.Value))],
            Measures.Calibration(confidence, right));
    }

    private static LabelScore[] LabelsOf(List<string> truth, List<string> said)
    {
        var (there, answered) = (truth.CountBy(label => label).ToDictionary(), said.CountBy(label => label).ToDictionary());
        var hits = truth.Zip(said).Where(pair => pair.First == pair.Second).CountBy(pair => pair.First).ToDictionary();
        return [.. there.Keys.Union(answered.Keys).Order(StringComparer.Ordinal).Select(label => new LabelScore(
            label, there.GetValueOrDefault(label), answered.GetValueOrDefault(label), hits.GetValueOrDefault(label)))];
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

/// <param name="Texts">How many texts have this label.</param>
/// <param name="Answered">How many were given it; <paramref name="Hits"/> of them have it.</param>
public sealed record LabelScore(string Label, int Texts, int Answered, int Hits)
{
    /// <summary>Of the texts that were given it, the share that has it; null where none was.</summary>
    public double? Precision => Answered == 0 ? null : (double)Hits / Answered;

    /// <summary>Of the texts that have it, the share that was given it; null where none has.</summary>
    public double? Recall => Texts == 0 ? null : (double)Hits / Texts;
}

/// <summary>How many texts with one label were given another.</summary>
public sealed record ConfusedPair(string Truth, string Answer, int Texts);
