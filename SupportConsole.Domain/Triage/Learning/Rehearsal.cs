namespace SupportConsole.Domain.Triage.Learning;

/// <summary>
/// Trains on part of the texts, to see how the rest is scored by a model that has not seen it. With no strangers at hand, some labels
/// are hidden as well: their texts then stand for messages that belong to no label.
/// </summary>
internal static class Rehearsal
{
    private const int Parts = 4;

    /// <summary>One label in so many is hidden; with fewer labels none is.</summary>
    private const int HiddenEvery = 10;

    public static IEnumerable<ScoredText> Run(
        IReadOnlyList<string> texts, int[] labels, string[] names, IReadOnlyList<string> strangers, IReadOnlyList<string> toJudge, LearningOptions options, TrainingWatch? watch = null)
    {
        var part = PartOfEach(labels, names.Length, options.EveryLabelAlike ? new Random(options.Seed) : null);
        var order = Enumerable.Range(0, names.Length).ToArray();
        new Random(options.Seed).Shuffle(order);
        var hides = strangers.Count + toJudge.Count == 0 && names.Length >= HiddenEvery;
        for (var held = 0; held < RunsOf(texts.Count); held++)
        {
            var hidden = hides ? order.Where((_, i) => i % HiddenEvery == held).ToHashSet() : [];
            var kept = Enumerable.Range(0, texts.Count).Where(row => part[row] != held && !hidden.Contains(labels[row])).ToArray();
            if (kept.Select(row => labels[row]).Distinct().Count() < 2)
                yield break;
            var scoring = TextModelTraining.Learn([.. kept.Select(row => texts[row])], [.. kept.Select(row => labels[row])], names, strangers, options.Seed, 1, watch);
            for (var row = 0; row < texts.Count; row++)
            {
                watch?.Check();
                if (part[row] == held)
                    yield return scoring.ScoreApart(texts[row], hidden.Contains(labels[row]) ? -1 : labels[row]);
            }

            foreach (var text in held == 0 ? toJudge : [])
                yield return scoring.ScoreApart(text, -1);
        }
    }

    /// <summary>How many trainings it takes.</summary>
    public static int RunsOf(int texts) => texts < TextModelTraining.Few ? Parts : 1;

    /// <summary>
    /// Cuts each label's texts into parts as they stand in the file. Neighbours are often by one person or of one day: dealt over the
    /// parts, they would make the held-out texts look easier than new ones are.
    /// </summary>
    /// <param name="dealt">Deals them by chance instead: what balances a few labels must have seen every stretch of the file.</param>
    private static int[] PartOfEach(int[] labels, int labelCount, Random? dealt)
    {
        var order = Enumerable.Range(0, labels.Length).ToArray();
        dealt?.Shuffle(order);
        var counts = new int[labelCount];
        foreach (var label in labels)
            counts[label]++;
        var (seen, part) = (new int[labelCount], new int[labels.Length]);
        foreach (var row in order)
            part[row] = Parts - 1 - (int)((long)seen[labels[row]]++ * Parts / counts[labels[row]]);
        return part;
    }
}
