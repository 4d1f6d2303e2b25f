using System.Numerics;
using System.Runtime.InteropServices;
using SupportConsole.Domain.Triage.Words;

namespace SupportConsole.Domain.Triage.Languages;

/// <summary>
/// What words and letter sequences say about the language, learnt at start-up from the texts beside this file. A row per sequence holds for
/// every language how much likelier it is than a sequence never seen; all languages share one floor, so that those with more text have no
/// advantage but knowing more.
/// </summary>
internal sealed class LanguageModel
{
    // A sequence that was not seen in a language could still stand there: this share of the whole is kept for all such together.
    private const double Unseen = 0.15;

    // The texts above, against the word lists of triage that only widen what is known of English and Dutch.
    private const double OfWordLists = 0.3;

    private readonly Dictionary<ulong, int> _rows = [];
    private readonly List<string> _names = [];
    private float[] _weights = [];

    public static LanguageModel Instance { get; } = Learn();

    /// <summary>Number of languages; the scores of a text are so many.</summary>
    public int Count => _names.Count;

    public int English { get; private set; }

    public int Dutch { get; private set; }

    /// <summary>Adds what the sequence says to the scores.</summary>
    public void Add(ulong sequence, float weight, Span<float> scores)
    {
        if (_rows.TryGetValue(sequence, out var row))
            AddRow(scores, _weights.AsSpan(row * Count, Count), weight);
    }

    private static void AddRow(Span<float> scores, ReadOnlySpan<float> row, float weight)
    {
        var width = Vector<float>.Count;
        var i = 0;
        for (; i <= scores.Length - width; i += width)
            (new Vector<float>(scores[i..]) + (new Vector<float>(row[i..]) * weight)).CopyTo(scores[i..]);
        for (; i < scores.Length; i++)
            scores[i] += row[i] * weight;
    }

    private static LanguageModel Learn()
    {
        var texts = new List<(string Language, string Text, double Weight)>();
        texts.AddRange(WordFile.Lines("Languages.en.txt").Select(line => ("en", line, 1.0)));
        texts.AddRange(WordFile.Lines("Languages.nl.txt").Select(line => ("nl", line, 1.0)));
        texts.AddRange(WordFile.Lines("Languages.other.txt").Select(line => (line[..2], line[4..], 1.0)));
        texts.Add(("en", string.Join(' ', WordFile.Lines("Lexicon.tsv").Select(line => line[..line.IndexOf('\t', StringComparison.Ordinal)]).Where(word => word.All(char.IsLetter))), OfWordLists));
        texts.AddRange(WordFile.Read("Words.sentiment.nl.txt").Select(line => ("nl", line.Phrase.Replace("+a", "", StringComparison.Ordinal), OfWordLists)));
        var model = new LanguageModel();
        model._names.AddRange(texts.Select(text => text.Language).Distinct(StringComparer.Ordinal));
        model.English = model._names.IndexOf("en");
        model.Dutch = model._names.IndexOf("nl");
        model.Weigh(texts);
        return model;
    }

    private void Weigh(List<(string Language, string Text, double Weight)> texts)
    {
        var kinds = Sequences.Kinds;
        var totals = new double[kinds, Count, 2];
        var seen = new Dictionary<ulong, double[]>();
        foreach (var (language, text, weight) in texts)
        {
            var (column, list) = (_names.IndexOf(language), weight < 1 ? 1 : 0);
            foreach (var sequence in Sequences.Of(text))
            {
                ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, sequence, out _);
                counts ??= new double[Count * 2];
                counts[(column * 2) + list]++;
                totals[Sequences.Kind(sequence), column, list]++;
            }
        }

        var different = new int[kinds];
        foreach (var sequence in seen.Keys)
            different[Sequences.Kind(sequence)]++;
        _weights = new float[seen.Count * Count];
        foreach (var (sequence, counts) in seen)
        {
            var kind = Sequences.Kind(sequence);
            var row = _rows[sequence] = _rows.Count;
            for (var column = 0; column < Count; column++)
            {
                var share = Share(column, 0);
                var listed = Share(column, 1);
                var likely = totals[kind, column, 1] > 0 ? ((1 - OfWordLists) * share) + (OfWordLists * listed) : share;
                var floor = Unseen / different[kind];
                _weights[(row * Count) + column] = (float)(Sequences.Weights[kind] * Math.Log((((1 - Unseen) * likely) + floor) / floor));
            }

            double Share(int column, int list) => counts[(column * 2) + list] / Math.Max(1, totals[kind, column, list]);
        }
    }
}
