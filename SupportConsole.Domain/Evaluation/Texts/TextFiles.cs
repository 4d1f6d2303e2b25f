using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Evaluation.Texts;

/// <summary>Files of texts and labels to learn from.</summary>
public static class TextFiles
{
    public const string Text = "text", Label = "label";

    /// <exception cref="InvalidDataException">Names the file, and the column or line that is wrong.</exception>
    public static TrainingTexts ReadLabelled(string path, Func<string, string>? label = null)
    {
        var table = TextTable.Read(path, Text, Label);
        var labels = table[Label].Select((value, row) => value.Trim() is { Length: > 0 } given
            ? (label ?? (same => same))(given)
            : throw new InvalidDataException($"{Path.GetFileName(path)}, row {row + 1}: the column \"{Label}\" is empty.")).ToList();
        return new TrainingTexts(table[Text], labels);
    }

    public static IReadOnlyList<string> ReadTexts(string path) => TextTable.Read(path, Text)[Text];
}
