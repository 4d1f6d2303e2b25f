using System.Text.RegularExpressions;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Detection;

/// <summary>A part of a sentence of instructions, as far as a "not" in it reaches.</summary>
/// <param name="Context">What "it" can point back to: the section's name and the sentence before.</param>
internal sealed partial record PracticeClause(string Text, string Sentence, string Context)
{
    public static List<PracticeClause> Of(InstructionText text)
    {
        var clauses = new List<PracticeClause>();
        foreach (var section in text.Sections)
        {
            var before = "";
            foreach (var sentence in Sentences().Split(section.Text).Select(part => part.Trim()).Where(part => part.Length > 0))
            {
                clauses.AddRange(Edge().Split(sentence).Select(part => new PracticeClause(part, sentence, $"{section.Name} {before}")));
                before = sentence;
            }
        }

        return clauses;
    }

    /// <summary>Whether it says to do what the words name: null when it does not speak of it, false when it says not to.</summary>
    public bool? Says(Regex words) => words.IsMatch(Text) ? !(PracticeWords.Denial().IsMatch(Text) && !PracticeWords.Turned().IsMatch(Text)) : null;

    /// <summary>Whether its sentence names the subject, or points back to where it is named.</summary>
    public bool IsAbout(Regex subject, Regex pointer) => subject.IsMatch(Sentence) || (pointer.IsMatch(Sentence) && subject.IsMatch(Context));

    // A full stop inside a time ("13.00") ends nothing.
    [GeneratedRegex("""(?<=[.!?]["”'’)]?)\s+|\r?\n+|;""", RegexOptions.None, PracticeWords.Timeout)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"[,:]\s|\s[-–—]\s|\b(?:but|maar|then|dan|instead)\b", RegexOptions.IgnoreCase, PracticeWords.Timeout)]
    private static partial Regex Edge();
}
