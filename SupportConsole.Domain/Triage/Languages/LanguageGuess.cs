using System.Buffers;

namespace SupportConsole.Domain.Triage.Languages;

/// <summary>Dutch, English or another language: by script first, then by which language makes the words and letters of the text likeliest.</summary>
public static class LanguageGuess
{
    /// <summary>A few hundred letters tell it; the rest of a long text is not read.</summary>
    private const int MostLetters = 250;

    // Messages here are Dutch or English until something says otherwise: so much likelier, as a logarithm.
    private const float Home = 2f;

    public static TextLanguage Of(ReadOnlySpan<char> text) => Of(text, []);

    /// <summary>The language of a message in two parts.</summary>
    public static TextLanguage Of(ReadOnlySpan<char> subject, ReadOnlySpan<char> body)
    {
        if (Foreign(subject, body))
            return TextLanguage.Other;
        var model = LanguageModel.Instance;
        var scores = ArrayPool<float>.Shared.Rent(model.Count);
        try
        {
            Array.Clear(scores);
            var read = Sequences.Read(subject, scores, Add, MostLetters);
            if (read < MostLetters)
                read += Sequences.Read(body, scores, Add, MostLetters - read);
            return read == 0 ? TextLanguage.Other : Best(model, scores.AsSpan(0, model.Count));
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    private static void Add(ulong sequence, float weight, float[] scores)
    {
        var model = LanguageModel.Instance;
        model.Add(sequence, weight, scores.AsSpan(0, model.Count));
    }

    private static TextLanguage Best(LanguageModel model, Span<float> scores)
    {
        scores[model.Dutch] += Home;
        scores[model.English] += Home;
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            best = scores[i] > scores[best] ? i : best;
        return best == model.Dutch ? TextLanguage.Dutch : best == model.English ? TextLanguage.English : TextLanguage.Other;
    }

    /// <summary>Most of its letters belong to another script: Cyrillic, Greek, Arabic, Chinese.</summary>
    private static bool Foreign(ReadOnlySpan<char> subject, ReadOnlySpan<char> body)
    {
        var (latin, other) = (0, 0);
        Count(subject, ref latin, ref other);
        Count(body, ref latin, ref other);
        return other > latin;
    }

    private static void Count(ReadOnlySpan<char> text, ref int latin, ref int other)
    {
        foreach (var c in text[..Math.Min(text.Length, MostLetters * 2)])
        {
            if (c < 0x250 || c is >= '\u1E00' and <= '\u1EFF')
                latin += char.IsLetter(c) ? 1 : 0;
            else
                other += char.IsLetter(c) || char.IsHighSurrogate(c) && c is >= '\uD840' and <= '\uD8BF' ? 1 : 0;
        }
    }
}
