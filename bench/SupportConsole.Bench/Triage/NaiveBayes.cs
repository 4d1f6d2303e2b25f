using System.Text.RegularExpressions;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Bench.Triage;

/// <summary>The seed's classifier, written plainly: the 1,000 most frequent words, TF-IDF of length one, multinomial naive Bayes with add-one smoothing.</summary>
internal sealed partial class NaiveBayes
{
    private const int MostWords = 1_000;

    private readonly Dictionary<string, int> _words;
    private readonly double[] _rarity;
    private readonly string[] _labels;
    private readonly double[][] _logs;
    private readonly double[] _priors;

    private NaiveBayes(TrainingTexts texts)
    {
        _words = texts.Texts.SelectMany(WordsOf).CountBy(word => word).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(MostWords).Select((pair, i) => (pair.Key, i)).ToDictionary(pair => pair.Key, pair => pair.i);
        var found = new double[_words.Count];
        foreach (var word in texts.Texts.SelectMany(text => WordsOf(text).Distinct()).Where(_words.ContainsKey))
            found[_words[word]]++;
        _rarity = [.. found.Select(count => Math.Log((1.0 + texts.Count) / (1 + count)) + 1)];
        _labels = [.. texts.Labels.Distinct()];
        var sums = _labels.ToDictionary(label => label, _ => new double[_words.Count]);
        for (var row = 0; row < texts.Count; row++)
        {
            foreach (var (word, value) in Vector(texts.Texts[row]))
                sums[texts.Labels[row]][word] += value;
        }

        _logs = [.. _labels.Select(label => sums[label].Select(sum => Math.Log((sum + 1) / (sums[label].Sum() + _words.Count))).ToArray())];
        _priors = [.. _labels.Select(label => Math.Log((double)texts.Labels.Count(one => one == label) / texts.Count))];
    }

    public static NaiveBayes Train(TrainingTexts texts) => new(texts);

    public string Classify(string text)
    {
        var vector = Vector(text);
        return _labels[Enumerable.Range(0, _labels.Length).MaxBy(label => _priors[label] + vector.Sum(pair => pair.Value * _logs[label][pair.Word]))];
    }

    private List<(int Word, double Value)> Vector(string text)
    {
        var weighed = WordsOf(text).Where(_words.ContainsKey).CountBy(word => _words[word]).Select(pair => (pair.Key, Value: pair.Value * _rarity[pair.Key])).ToList();
        var length = Math.Sqrt(weighed.Sum(pair => pair.Value * pair.Value));
        return weighed.ConvertAll(pair => (pair.Key, pair.Value / length));
    }

    private static IEnumerable<string> WordsOf(string text) => Word().Matches(text.ToLowerInvariant()).Select(match => match.Value);

    [GeneratedRegex(@"\b\w\w+\b")]
    private static partial Regex Word();
}
