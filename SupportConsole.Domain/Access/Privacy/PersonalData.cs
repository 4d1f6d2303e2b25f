using System.Text.RegularExpressions;

namespace SupportConsole.Domain.Access.Privacy;

/// <summary>
/// Hides what identifies a customer from those who may read but not see them. It hides by form (addresses, numbers, "my
/// name is ...") and by what is known; a name that is merely mentioned is not recognised.
/// </summary>
public static partial class PersonalData
{
    public const string Hidden = "••••";

    /// <summary>Fewer digits than this are a price or a quantity.</summary>
    private const int PhoneDigits = 7;

    /// <summary>Shorter words would hide half the conversation ("de", "in").</summary>
    private const int ShortestWord = 3;

    /// <summary>Parts of words that name a person, where to reach them or what is theirs alone, in English and Dutch.</summary>
    private static readonly string[] Personal =
    [
        "name", "naam", "mail", "phone", "telefoon", "mobile", "mobiel", "address", "adres", "street", "straat", "huisnummer", "postcode", "postal",
        "zipcode", "birth", "geboorte", "iban", "rekening", "account", "bsn", "passport", "paspoort", "kenteken", "plate", "woonplaats",
    ];

    /// <summary>Small words of names that are words of any sentence too.</summary>
    private static readonly string[] Particles = ["van", "der", "den", "het", "ter", "ten", "von", "del", "the", "and", "een"];

    /// <summary>Whether a field with these words in its key or label holds personal data.</summary>
    public static bool IsPersonal(params IEnumerable<string> words) =>
        words.Any(word => Personal.Any(part => word.Contains(part, StringComparison.OrdinalIgnoreCase)));

    /// <summary>An id, told apart by its last two characters where it is long enough to hide the rest.</summary>
    public static string Id(string id) => id.Length > 6 ? Hidden + id[^2..] : Hidden;

    /// <summary>The names that people give for themselves in the text: "my name is Jan de Vries".</summary>
    public static IEnumerable<string> Names(string text) => Introduction().Matches(text).Select(match => match.Groups["name"].Value);

    /// <summary>The text without e-mail addresses, phone and account numbers, and without the words of <paramref name="known"/> values.</summary>
    public static string Text(string text, params IEnumerable<string> known)
    {
        text = Email().Replace(text, "•••@•••");
        text = Iban().Replace(text, Hidden);
        text = Number().Replace(text, match => match.Value.Count(char.IsDigit) < PhoneDigits || Date().IsMatch(match.Value) ? match.Value : Hidden);
        var words = known.SelectMany(value => Word().Matches(value)).Select(match => match.Value)
            .Where(word => word.Length >= ShortestWord && !Particles.Contains(word, StringComparer.OrdinalIgnoreCase)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return words.Count == 0 ? text : Word().Replace(text, match => words.Contains(match.Value) ? Hidden : match.Value);
    }

    [GeneratedRegex(@"[^\s@<>""',;:]+@[^\s@<>""',;:]+\.[\p{L}\p{N}-]+", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Email();

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{2,4}){3,8}\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\+?\(?\d[\d ().\-/]{5,28}\d(?!\p{N})", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Number();

    [GeneratedRegex(@"\A(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})\z", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Date();

    [GeneratedRegex(
        @"\b(?i:my name is|i am|i'm|this is|speaking with|speaking to|mijn naam is|ik ben|ik heet|spreekt met|u spreekt met) (?<name>\p{Lu}[\p{L}'-]+(?: (?:(?:de|van|der|den|het|ter|ten|von|el)\b|\p{Lu}[\p{L}'-]+))*)",
        RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Introduction();

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Word();
}
