using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Evaluation.Wording;

/// <summary>
/// What is said on simulated phone calls, in one language. Written apart from the words that detection looks for: a
/// transcript that repeats the detector's own list would prove nothing.
/// </summary>
public sealed record CallWords(
    string[] Openings, string[] Abrupt, string[] LeavingEarly, string[] Leaving, string[] Refusals, string[] Closings, string[] Greetings, string[] Talk,
    string[] LongTalk, string[] LeavingLong, IReadOnlyDictionary<string, string[]> Complaints, string[] SmallTalk, string[] Confirmations, string[] Yes, string[] NoAnswer, string[] HungUp, string[] NotInterested, string[] Other, FieldWords[] Fields)
{
    public static IReadOnlyDictionary<string, CallWords> All { get; } = new Dictionary<string, CallWords> { ["en"] = Load("en"), ["nl"] = Load("nl") };

    private static CallWords Load(string language)
    {
        using var stream = typeof(CallWords).Assembly.GetManifestResourceStream($"SupportConsole.Domain.Evaluation.Wording.{language}.json")!;
        using var reader = new StreamReader(stream);
        return JsonColumn.Read<CallWords>(reader.ReadToEnd());
    }
}

/// <summary>How one field is asked for, answered and dodged.</summary>
public sealed record FieldWords(string Key, string Label, string[] Values, string[] Asks, string[] Dodges);
