using SupportConsole.Domain.Triage.Text;

namespace SupportConsole.Domain.Triage.Models;

/// <summary>
/// A text as a model reads it: the writer's own lines, as the rules read them. A "Thanks, solved" above a long mail is not about what that mail was about.
/// </summary>
internal sealed class ModelText
{
    /// <summary>Where each piece begins here, and where it stands in the whole text.</summary>
    private readonly List<(int Here, int There)> _pieces = [];

    private ModelText(in TriageText text)
    {
        var before = text.Subject.Length == 0 ? 0 : text.Subject.Length + 1;
        if (before > 0)
            _pieces.Add((0, 0));
        Text = Own(text.Body, before);
        if (string.IsNullOrWhiteSpace(Text))
        {
            _pieces.Add((before, before));
            Text = text.Body;
        }

        Text = before == 0 ? Text : $"{text.Subject}\n{Text}";
    }

    public string Text { get; }

    /// <summary>A model does not read it to its end.</summary>
    public bool IsLonger => Text.Length > Learning.TextModel.MostCharacters;

    public static ModelText Of(in TriageText text) => new(text);

    /// <summary>The text of a row that was labelled: it has no subject.</summary>
    public static string Of(string text) => new ModelText(new TriageText("", text)).Text;

    /// <summary>The place in the whole text (subject, line end, body) of a place in this one.</summary>
    public int Whole(int at)
    {
        var (here, there) = _pieces.FindLast(piece => piece.Here <= at);
        return there + at - here;
    }

    private string Own(string body, int before)
    {
        var lines = new MessageLines(body);
        var own = new System.Text.StringBuilder();
        for (var start = 0; start < body.Length && own.Length <= Learning.TextModel.MostCharacters;)
        {
            var end = body.IndexOf('\n', start);
            var next = end < 0 ? body.Length : end + 1;
            if (lines.Kind(start, (end < 0 ? body.Length : end) - start) == LineKind.Own)
            {
                _pieces.Add((before + own.Length, before + start));
                own.Append(body, start, next - start);
            }

            start = next;
        }

        return own.ToString();
    }
}
