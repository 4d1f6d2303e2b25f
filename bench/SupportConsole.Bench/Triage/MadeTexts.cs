using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Bench.Triage;

/// <summary>Labelled texts of made-up words: a label has words of its own, shares some with its neighbour, and all share the rest. The same seed makes the same texts.</summary>
internal static class MadeTexts
{
    private const int OwnWords = 12, CommonWords = 400;

    private static readonly string[] Syllables =
        [.. "b c d f g h k l m n p r s t v w st tr pl".Split(' ').SelectMany(_ => "a e i o u oo ee".Split(' '), (start, end) => start + end)];

    public static TrainingTexts Make(int count, int labels, int seed)
    {
        var random = new Random(seed);
        var common = Words(random, CommonWords);
        var own = Enumerable.Range(0, labels).Select(_ => Words(random, OwnWords)).ToArray();
        var (texts, names) = (new List<string>(), new List<string>());
        for (var i = 0; i < count; i++)
        {
            var label = random.Next(labels);
            var words = Enumerable.Range(0, random.Next(6, 20)).Select(_ => random.Next(10) switch
            {
                < 2 => own[label][random.Next(OwnWords)],
                2 => own[(label + 1) % labels][random.Next(OwnWords)],
                _ => common[(int)(CommonWords * Math.Pow(random.NextDouble(), 3))], // Few words make up most of what people write.
            });
            texts.Add(string.Join(' ', words));
            names.Add($"label {label}");
        }

        return new TrainingTexts(texts, names);
    }

    private static string[] Words(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Syllables[random.Next(Syllables.Length)])))];
}
