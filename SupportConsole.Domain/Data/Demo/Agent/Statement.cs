using System.Text.RegularExpressions;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Data.Demo.Agent;

/// <summary>One sentence of instructions: where it stands and which capture fields it is about.</summary>
/// <param name="Named">Keys of the fields that it names itself.</param>
/// <param name="About">Keys of the fields it is about: those it names, else those it points back to or its section is about.</param>
/// <param name="IsGeneral">Whether it is about all of them because it speaks of "every answer" and the like.</param>
public sealed partial record Statement(string Section, string Text, IReadOnlyList<string> Named, IReadOnlyList<string> About, bool IsGeneral)
{
    /// <summary>How many sentences are taken for the opening where no section is named so.</summary>
    public const int OpeningLength = 6;

    public bool IsOpening => Wording.OpeningSection().IsMatch(Section);

    public static List<Statement> Of(InstructionText text, IReadOnlyList<CaptureField> fields)
    {
        var words = fields.ToDictionary(field => field.Key, MissingCause.WordsOf);
        var statements = new List<Statement>();
        foreach (var section in text.Sections)
        {
            var heading = Mentioned(section.Name, words);
            IReadOnlyList<string> before = heading;
            foreach (var sentence in Sentence().Split(section.Text).Select(part => part.Trim()).Where(part => part.Length > 0))
            {
                var named = Mentioned(sentence, words);
                var general = named.Count == 0 && heading.Count == 0 && Wording.Everything().IsMatch(sentence);
                var about = named.Count > 0 ? named : general ? [.. words.Keys] : before;
                statements.Add(new Statement(section.Name, sentence, named, about, general));
                before = general ? before : about;
            }
        }

        return statements;
    }

    /// <summary>Whether it says to do what the words name: null when it does not speak of it, false when it says not to.</summary>
    public bool? Says(Regex words)
    {
        var match = words.Match(Text);
        return match.Success ? !Wording.IsDenied(Clause(match.Index)) : null;
    }

    /// <summary>The part of the sentence around <paramref name="index"/>, between commas and the like.</summary>
    private string Clause(int index)
    {
        var start = 0;
        foreach (Match edge in Edge().Matches(Text))
        {
            if (edge.Index >= index)
            {
                return Text[start..edge.Index];
            }

            start = edge.Index + edge.Length;
        }

        return Text[Math.Min(start, index)..];
    }

    private static List<string> Mentioned(string text, Dictionary<string, string[]> words) =>
        [.. words.Where(field => MissingCause.Mentions(text, field.Value)).Select(field => field.Key)];

    // A full stop inside a time ("13.00") ends nothing.
    [GeneratedRegex("""(?<=[.!?]["”'’)]?)\s+|\r?\n+|;""", RegexOptions.None, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[,:]\s|\s[-–—]\s|\b(but|maar|then|dan)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Edge();
}
