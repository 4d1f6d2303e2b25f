using System.Text;

namespace SupportConsole.Domain.Triage.Fingerprints;

/// <summary>Writes what the shapes of a group have in common, with <c>&lt;*&gt;</c> elsewhere.</summary>
internal static class TemplateText
{
    public static string Of(IReadOnlyList<LogShape> shapes)
    {
        var text = new StringBuilder();
        for (var column = 0; column < shapes[0].Words.Length; column++)
        {
            var word = shapes[0].Words[column];
            for (var i = 1; i < shapes.Count && word != LogShape.Value; i++)
                word = shapes[i].Words[column] == word ? word : LogShape.Value;
            var mark = !ShapeGroups.IsWord(word) && word != LogShape.Value;
            if (text.Length > 0 && !(mark && word is ")" or "]" or "}" or ";" or "=") && text[^1] is not ('(' or '[' or '{' or '='))
                text.Append(' ');
            text.Append(word);
        }

        return text.ToString();
    }
}
