using System.Globalization;

namespace SupportConsole.Shell;

/// <summary>Does a label answer what was typed? Every typed word has to stand in it; case and accents do not count.</summary>
public static class CommandMatch
{
    private const CompareOptions Lenient = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    /// <summary>What answers, those first where a word begins with the text.</summary>
    public static IEnumerable<Command> Matching(this IEnumerable<Command> commands, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return commands
            .Where(command => words.All(word => Contains(command.Label, word)))
            .OrderBy(command => words.Length > 0 && !StartsWord(command.Label, words[0]));
    }

    private static bool Contains(string label, string word) =>
        CultureInfo.CurrentCulture.CompareInfo.IndexOf(label, word, Lenient) >= 0;

    private static bool StartsWord(string label, string word) =>
        label.Split(' ').Any(part => CultureInfo.CurrentCulture.CompareInfo.IsPrefix(part, word, Lenient));
}
