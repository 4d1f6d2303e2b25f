using System.Text.RegularExpressions;

namespace SupportConsole.Domain.Triage.Learning;

/// <summary>Trains a <see cref="TextModel"/>. The same texts, options and seed give the same model.</summary>
public static partial class TextModelTraining
{
    /// <summary>More labels than people can keep apart; memory grows with them.</summary>
    public const int MostLabels = 1_000;

    /// <summary>The most features of a model, and the most cells of its largest matrix: what bounds its memory.</summary>
    private const int MostFeatures = 120_000, MostCells = 40_000_000;

    /// <summary>Fewer texts than this train in a moment, and gain from a third network.</summary>
    internal const int Few = 3_000;

    /// <summary>Fewer strangers than this in the validation say too little: then half of those given for training are kept for judging.</summary>
    private const int EnoughStrangers = 20;

    /// <param name="train">Texts with their labels; those labelled <see cref="LearningOptions.OutOfScope"/> are strangers.</param>
    /// <param name="validation">Texts to calibrate and choose by; without them part of the training texts is held out for that.</param>
    /// <param name="strangers">Texts that belong to no label.</param>
    /// <param name="watch">Follows it, and can stop it.</param>
    /// <exception cref="InvalidDataException">The texts cannot be learned from; the message says why.</exception>
    public static TextModel Train(TrainingTexts train, LearningOptions options, TrainingTexts? validation = null, IReadOnlyList<string>? strangers = null, TrainingWatch? watch = null)
    {
        var (odd, own) = train.Apart(IsStranger);
        var (validStrangers, valid) = (validation ?? TrainingTexts.None).Apart(IsStranger);
        var names = Names(own, valid);
        IReadOnlyList<string> toLearn = [.. odd.Texts, .. strangers ?? []];
        IReadOnlyList<string> toJudge = validStrangers.Texts;
        if (toJudge.Count < EnoughStrangers && toLearn.Count > 1)
        {
            toJudge = [.. toJudge, .. toLearn.Where((_, i) => i % 2 == 1)];
            toLearn = [.. toLearn.Where((_, i) => i % 2 == 0)];
        }

        var labels = own.Labels.Select(label => Array.BinarySearch(names, label, StringComparer.Ordinal)).ToArray();
        var heldOut = new List<ScoredText>();
        var networks = own.Count < Few ? 3 : 2;
        var rehearses = valid.Count == 0 || toJudge.Count == 0;
        watch?.Expect(NetworkWork(own.Count + toLearn.Count, networks) + (rehearses ? NetworkWork((own.Count * 3 / 4) + toLearn.Count, Rehearsal.RunsOf(own.Count)) : 0));
        if (rehearses)
            heldOut.AddRange(Rehearsal.Run(own.Texts, labels, names, toLearn, toJudge, options, watch));

        var scoring = Learn(own.Texts, labels, names, toLearn, options.Seed, networks, watch);
        if (valid.Count > 0)
        {
            heldOut.RemoveAll(text => text.Truth >= 0);
            heldOut.AddRange(valid.Texts.Select((text, i) => scoring.ScoreApart(text, Array.BinarySearch(names, valid.Labels[i], StringComparer.Ordinal))));
            heldOut.AddRange(toJudge.Select(text => scoring.ScoreApart(text, -1)));
        }

        var real = toJudge.Count > 0;
        var share = real ? Math.Max(options.OutOfScopeShare, (double)validStrangers.Count / Math.Max(1, valid.Count + validStrangers.Count)) : options.OutOfScopeShare / 2;
        var floor = options.FloorLabel is null ? -1 : Array.IndexOf(names, options.FloorLabel);
        var judgement = Judgement.Fit(heldOut, names.Length, options, share, real, floor);
        return new TextModel(names, scoring, judgement, new TextModelFacts(options, own.Count, train.Hash(), Report(heldOut, names, judgement)));
    }

    /// <param name="labels">For each text its label's index.</param>
    internal static Scoring Learn(IReadOnlyList<string> texts, int[] labels, string[] names, IReadOnlyList<string> strangers, int seed, int networks, TrainingWatch? watch = null)
    {
        var taught = labels.Distinct().Order().Where(label => LettersOf(names[label]).Length > 0).ToList();
        string[] all = [.. texts, .. taught.Select(label => LettersOf(names[label])), .. strangers];
        int[] own = [.. labels, .. taught];
        var vocabulary = Vocabulary.Of(all, Math.Min(MostFeatures, MostCells / Lanes.Padded(names.Length)), watch);
        var rows = TextRows.Of(vocabulary, all, watch);
        var margins = MarginLearner.Learn(rows, [.. own, .. strangers.Select(_ => -1)], names.Length, vocabulary.Count, seed, watch);
        int[] outputs = [.. own, .. strangers.Select(_ => names.Length)];
        var outputCount = names.Length + (strangers.Count > 0 ? 1 : 0);
        return new Scoring(vocabulary, names.Length, strangers.Count > 0, margins,
            [.. Enumerable.Range(0, networks).Select(i => NetworkLearner.Learn(rows, outputs, outputCount, vocabulary.Count, seed + i, watch))]);
    }

    /// <summary>How many texts the networks will go over, each as often as it is gone over.</summary>
    private static long NetworkWork(int texts, int networks) => (long)networks * texts * NetworkLearner.Rounds(texts);

    private static bool IsStranger(string label) => label == LearningOptions.OutOfScope;

    private static string[] Names(TrainingTexts own, TrainingTexts valid)
    {
        var names = own.Labels.Distinct().Order(StringComparer.Ordinal).ToArray();
        if (names.Length < 2)
            throw new InvalidDataException($"There {(names.Length == 0 ? "are no labelled texts" : $"is one label, \"{names[0]}\"")} to learn from: at least two labels are needed.");
        if (names.Length > MostLabels)
            throw new InvalidDataException($"There are {names.Length} labels; at most {MostLabels} can be learned. Is another column meant?");
        return valid.Labels.FirstOrDefault(label => Array.BinarySearch(names, label, StringComparer.Ordinal) < 0) is { } unknown
            ? throw new InvalidDataException($"The validation has the label \"{unknown}\", which no training text has.")
            : names;
    }

    private static HeldOutReport Report(IReadOnlyList<ScoredText> texts, string[] names, Judgement judgement) => HeldOutReport.Of(
        [.. texts.Select(text => text.Truth < 0 ? LearningOptions.OutOfScope : names[text.Truth])],
        [.. texts.Select(text =>
        {
            var (label, confidence, decision) = judgement.Decide(text.Margins.ToArray(), text.Network, text.Signs);
            return new Classification(names[label], confidence, decision);
        })]);

    /// <summary>A label's own name as a text: "card_arrival" says what its texts are about. Empty for "-1".</summary>
    private static string LettersOf(string name) => NotLetters().Replace(CamelHump().Replace(name, "$1 $2"), " ").Trim();

    [GeneratedRegex(@"(\p{Ll})(\p{Lu})")]
    private static partial Regex CamelHump();

    [GeneratedRegex(@"[^\p{L}]+")]
    private static partial Regex NotLetters();
}
