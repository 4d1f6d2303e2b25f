using SupportConsole.Domain.Triage.Text;

namespace SupportConsole.Domain.Triage.Words;

/// <summary>Reads "charged .. (twice|again)" into the phrases it stands for, each a list of words in their <see cref="WordForm"/>.</summary>
internal static class PhraseReading
{
    /// <summary>Stands between two words for up to three others.</summary>
    public const string Gap = "..";

    public static IEnumerable<string[]> Read(string phrase, Tongue tongue)
    {
        IEnumerable<string[]> phrases = [[]];
        foreach (var part in Parts(phrase))
        {
            var choices = Choices(part, tongue).ToList();
            phrases = phrases.SelectMany(start => choices.Select(choice => (string[])[.. start, .. choice])).ToList();
        }

        return phrases;
    }

    private static IEnumerable<string> Parts(string phrase)
    {
        var start = 0;
        var depth = 0;
        for (var i = 0; i <= phrase.Length; i++)
        {
            if (i < phrase.Length && phrase[i] == '(' && phrase.Contains('|'))
                depth++;
            else if (i < phrase.Length && phrase[i] == ')' && depth > 0)
                depth--;
            if (i < phrase.Length && (phrase[i] != ' ' || depth > 0))
                continue;
            if (i > start)
                yield return phrase[start..i];
            start = i + 1;
        }
    }

    private static IEnumerable<string[]> Choices(string part, Tongue tongue)
    {
        if (part.StartsWith('(') && part.EndsWith(')') && part.Contains('|'))
            return part[1..^1].Split('|').Select(choice => choice.Split(' ').SelectMany(Words).ToArray());
        if (part.Length > 2 && part[^2] == '+')
            return Inflection.Of(part[..^2], part[^1], tongue).Select(word => Words(word).ToArray());
        return [Words(part).ToArray()];
    }

    /// <summary>Cut where the tokeniser cuts: "well-made" is two words; emoji and emoticons are one.</summary>
    private static IEnumerable<string> Words(string part)
    {
        if (part == Gap || !part.Any(char.IsLetterOrDigit) || Vocabulary.IsEmoticon(part))
            return [part];
        return part.Split('-', '.', '/').Where(word => word.Length > 0).Select(word => WordForm.Of(word));
    }
}
