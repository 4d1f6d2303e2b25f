using System.Diagnostics;
using System.Text.RegularExpressions;
using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Fingerprints;
using SupportConsole.Domain.Triage.Languages;

namespace SupportConsole.Bench.Triage;

/// <summary>What needs no training, on one core: the whole triage, the sentiment and the language of a message, and the fingerprint of a line.</summary>
internal static partial class TextBench
{
    private const int Messages = 20_000;
    private const int Lines = 200_000;
    private const int Seed = 20_261;

    public static Task RunAsync()
    {
        var messages = MadeMessages.Messages(Messages, Seed);
        var lines = MadeMessages.LogLines(Lines, Seed);
        var triage = new TicketTriage(new TriageOptions());

        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookups = Measure(messages, text => LookUp(text, words));
        const string LookupName = "small letters, cut at blanks, one look-up a word";
        Print("triage", "messages/s", Measure(messages, text => triage.Read(new TriageText("", text))), lookups, LookupName, Messages);
        Print("sentiment", "messages/s", Measure(messages, text => triage.Sentiment(text)), lookups, LookupName, Messages);
        Print("language", "messages/s", Measure(messages, text => LanguageGuess.Of(text)), lookups, LookupName, Messages);

        var templates = new LogTemplates();
        var masked = new HashSet<string>(StringComparer.Ordinal);
        Print("fingerprint", "lines/s", Measure(lines, line => templates.Learn(line)), Measure(lines, line => masked.Add(Numbers().Replace(line, "#"))), "numbers masked by one regular expression, a set of what is left", Lines);
        return Task.CompletedTask;
    }

    private static void Print(string name, string unit, Each measured, Each reference, string referenceName, int rows) =>
        EachLine.Of(name, unit, measured, reference, referenceName, rows).Print();

    /// <summary>The second of two passes, so that all is compiled and loaded.</summary>
    private static Each Measure<T>(string[] texts, Func<string, T> read)
    {
        var each = default(Each);
        for (var pass = 0; pass < 2; pass++)
        {
            var (clock, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
            foreach (var text in texts)
                read(text);
            each = new Each(texts.Length / clock.Elapsed.TotalSeconds, (GC.GetAllocatedBytesForCurrentThread() - before) / texts.Length);
        }

        return each;
    }

    private static int LookUp(string text, Dictionary<string, int> words)
    {
        var known = 0;
        foreach (var word in text.ToLowerInvariant().Split(' '))
            known += words.TryAdd(word, 1) ? 0 : 1;
        return known;
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();
}
