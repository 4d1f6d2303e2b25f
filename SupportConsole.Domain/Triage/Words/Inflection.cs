namespace SupportConsole.Domain.Triage.Words;

/// <summary>The forms of a word that the word files mark with +v (verb), +a (adjective) or +n (noun), by the regular rules.</summary>
internal static class Inflection
{
    private const string Vowels = "aeiou";

    public static IEnumerable<string> Of(string word, char kind, Tongue tongue) => (kind, tongue) switch
    {
        ('v', Tongue.Dutch) => DutchVerb(word),
        ('a', Tongue.Dutch) => DutchAdjective(word),
        ('n', Tongue.Dutch) => DutchNoun(word),
        ('v', _) => EnglishVerb(word),
        ('a', _) => [word, Adverb(word)],
        ('n', _) => [word, EnglishS(word)],
        _ => throw new FormatException($"'{word}+{kind}': the mark is v, a or n."),
    };

    private static string[] EnglishVerb(string word)
    {
        var stem = word.EndsWith('e') ? word[..^1] : word;
        var past = word.EndsWith('y') && !IsVowel(word[^2]) ? word[..^1] + "ied" : stem + "ed";
        return [word, EnglishS(word), past, stem + "ing"];
    }

    private static string EnglishS(string word) =>
        word.EndsWith('y') && !IsVowel(word[^2]) ? word[..^1] + "ies"
        : word.EndsWith('s') || word.EndsWith('x') || word.EndsWith("sh", StringComparison.Ordinal) || word.EndsWith("ch", StringComparison.Ordinal) ? word + "es"
        : word + "s";

    private static string Adverb(string word) =>
        word.EndsWith('y') ? word[..^1] + "ily" : word.EndsWith("le", StringComparison.Ordinal) ? word[..^1] + "y" : word + "ly";

    /// <summary>slecht: slechte, slechter, slechtere, slechtst, slechtste; traag: trage; dom: domme; lief: lieve.</summary>
    private static IEnumerable<string> DutchAdjective(string word)
    {
        var open = Opened(word);
        return [word, open + "e", open + "er", open + "ere", word + (word.EndsWith('s') ? "t" : "st"), word + (word.EndsWith('s') ? "te" : "ste"), word + "s"];
    }

    /// <summary>irriteer: irriteert, irriteren, irriteerde, geirriteerd.</summary>
    private static IEnumerable<string> DutchVerb(string stem)
    {
        var ending = "tkfsxp".Contains(stem[^1]) || stem.EndsWith("ch", StringComparison.Ordinal) ? 't' : 'd';
        var participle = stem.StartsWith("be", StringComparison.Ordinal) || stem.StartsWith("ver", StringComparison.Ordinal) || stem.StartsWith("ont", StringComparison.Ordinal)
            ? stem : "ge" + stem;
        return [stem, stem + "t", Opened(stem) + "en", stem + ending + "e", stem + ending + "en", participle + ending, participle + ending + "e"];
    }

    private static IEnumerable<string> DutchNoun(string word) =>
        [word, Opened(word) + "en", word + (IsVowel(word[^1]) && !word.EndsWith('e') ? "'s" : "s")];

    /// <summary>The stem before an ending with a vowel: a long vowel is written once, a consonant after a short one twice.</summary>
    private static string Opened(string word)
    {
        if (word.Length < 3 || IsVowel(word[^1]))
            return word.EndsWith('e') ? word[..^1] : word;
        var last = word[^1];
        if (IsVowel(word[^2]) && word[^2] == word[^3] && word[^2] != 'i')
            return word[..^2] + Voiced(last);
        if (IsVowel(word[^2]) && !IsVowel(word[^3]) && ShortSyllable(word))
            return word + last;
        return word[..^1] + (IsVowel(word[^2]) || "lrnm".Contains(word[^2]) ? Voiced(last) : last);
    }

    /// <summary>"dom" doubles, "grappig" and "helder" don't: the last syllable is not stressed there.</summary>
    private static bool ShortSyllable(string word) =>
        !word.EndsWith("ig", StringComparison.Ordinal) && !(word[^2] == 'e' && word.Count(IsVowel) > 1) && !word.EndsWith("lijk", StringComparison.Ordinal);

    private static char Voiced(char last) => last switch { 'f' => 'v', 's' => 'z', _ => last };

    private static bool IsVowel(char c) => Vowels.Contains(c);
}
