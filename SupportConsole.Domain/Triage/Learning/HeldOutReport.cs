namespace SupportConsole.Domain.Triage.Learning;

/// <summary>
/// How right a model is on texts that were not trained on. The two factors of the blend and the threshold were fitted on the same texts, which
/// flatters the calibration a little.
/// </summary>
/// <param name="Texts">How many texts with a label it was judged by.</param>
/// <param name="Strangers">How many texts that belong to no label.</param>
/// <param name="AutoShare">Of the texts with a label, the share answered automatically; <paramref name="AutoPrecision"/> of these are right.</param>
/// <param name="StrangersAnswered">Of the strangers, the share that would be answered automatically.</param>
public sealed record HeldOutReport(
    int Texts, int Strangers, double Accuracy, double MacroF1, double Ece, double AutoShare, double AutoPrecision, double StrangersAnswered,
    IReadOnlyList<LabelScore> Labels, IReadOnlyList<ConfusedPair> Confused, IReadOnlyList<CalibrationBin> Calibration)
{
    private const int MostPairs = 20;

    /// <param name="truths">The label of each text; <see cref="LearningOptions.OutOfScope"/> for none.</param>
    public static HeldOutReport Of(IReadOnlyList<string> truths, IReadOnlyList<Classification> answers)
    {
        var all = truths.Zip(answers).ToList();
        var own = all.Where(pair => pair.First != LearningOptions.OutOfScope).ToList();
        var strangers = all.Where(pair => pair.First == LearningOptions.OutOfScope).ToList();
        var auto = own.Where(pair => pair.Second.Decision == Decision.Auto).ToList();
        var (truth, said) = (own.ConvertAll(pair => pair.First), own.ConvertAll(pair => pair.Second.Label));
        var confidence = own.ConvertAll(pair => (double)pair.Second.Confidence);
        var right = own.ConvertAll(pair => pair.First == pair.Second.Label);
        return new HeldOutReport(
            own.Count, strangers.Count, Measures.Accuracy(truth, said), Measures.MacroF1(truth, said), Measures.CalibrationError(confidence, right),
            Share(auto.Count, own.Count), Share(auto.Count(pair => pair.First == pair.Second.Label), auto.Count),
            Share(strangers.Count(pair => pair.Second.Decision == Decision.Auto), strangers.Count),
            LabelsOf(truth, said),
            [.. own.Where(pair => pair.First != pair.Second.Label).CountBy(pair => (pair.First, pair.Second.Label))
                .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.First, StringComparer.Ordinal).ThenBy(pair => pair.Key.Label, StringComparer.Ordinal)
                .Take(MostPairs).Select(pair => new ConfusedPair(pair.Key.First, pair.Key.Label, pair.Value))],
            Measures.Calibration(confidence, right));
    }

    private static LabelScore[] LabelsOf(List<string> truth, List<string> said)
    {
        var (there, answered) = (truth.CountBy(label => label).ToDictionary(), said.CountBy(label => label).ToDictionary());
        var hits = truth.Zip(said).Where(pair => pair.First == pair.Second).CountBy(pair => pair.First).ToDictionary();
        return [.. there.Keys.Union(answered.Keys).Order(StringComparer.Ordinal).Select(label => new LabelScore(
            label, there.GetValueOrDefault(label),
            Share(hits.GetValueOrDefault(label), answered.GetValueOrDefault(label)), Share(hits.GetValueOrDefault(label), there.GetValueOrDefault(label))))];
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

/// <param name="Texts">How many texts have this label.</param>
/// <param name="Precision">Of the texts that were given it, the share that has it.</param>
/// <param name="Recall">Of the texts that have it, the share that was given it.</param>
public sealed record LabelScore(string Label, int Texts, double Precision, double Recall);

/// <summary>How many texts with one label were given another.</summary>
public sealed record ConfusedPair(string Truth, string Answer, int Texts);
