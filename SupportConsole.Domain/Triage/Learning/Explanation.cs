namespace SupportConsole.Domain.Triage.Learning;

/// <summary>
/// Which words of a text led to its answer: each word is taken out in turn, and what the label loses against the next best is its weight. That holds
/// for the whole model, character n-grams and networks included.
/// </summary>
public static class Explanation
{
    /// <summary>A long text is explained by its first words; a person reads no more, and each costs one classification.</summary>
    private const int MostWords = 100;

    /// <summary>The words that spoke for the answer most, the weightiest first; those against it, with negative weights, last.</summary>
    public static IReadOnlyList<WordWeight> Of(TextModel model, string text)
    {
        var before = model.Probabilities(text);
        if (before.Length == 0)
            return [];
        var label = Array.IndexOf(before, before.Max());
        var words = new List<WordWeight>();
        var end = 0;
        for (var at = 0; at < Math.Min(text.Length, NgramReader.MostCharacters) && words.Count < MostWords; at = Math.Max(end, at + 1))
        {
            end = NgramReader.TokenEnd(text, at);
            if (end < 0)
                continue;
            var after = model.Probabilities(string.Concat(text.AsSpan(0, at), " ", text.AsSpan(end)));
            words.Add(new WordWeight(text[at..end], at, Lead(before, label) - Lead(after, label)));
        }

        return [.. words.OrderByDescending(word => word.Weight)];
    }

    /// <summary>The log of how much likelier the label is than the best other.</summary>
    private static double Lead(float[] chances, int label) =>
        Math.Log(chances[label] + double.Epsilon) - Math.Log(chances.Where((_, other) => other != label).Max() + double.Epsilon);
}

/// <param name="Start">Where the word begins in the text.</param>
/// <param name="Weight">What it added to the log of how much likelier the answer is than the next best.</param>
public sealed record WordWeight(string Word, int Start, double Weight);
