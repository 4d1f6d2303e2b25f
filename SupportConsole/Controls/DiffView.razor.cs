using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Controls.Diff;

namespace SupportConsole.Controls;

/// <summary>The one way that a change of a text is shown.</summary>
public sealed partial class DiffView
{
    /// <summary>Unchanged lines around a change: enough to see where in the instructions it is.</summary>
    private const int Context = 3, CompactContext = 1;

    private readonly HashSet<int> _unfolded = [];
    private IReadOnlyList<DiffLine>? _lines;
    private (string?, string) _texts;

    /// <summary>Null when there was no text before: all of <see cref="After"/> is new.</summary>
    [Parameter]
    public string? Before { get; set; }

    [Parameter, EditorRequired]
    public string After { get; set; } = "";

    /// <summary>What the text is: the name of a section, or which versions are compared.</summary>
    [Parameter]
    public string? Heading { get; set; }

    /// <summary>Closer, and with less around each change: for a card among cards.</summary>
    [Parameter]
    public bool Compact { get; set; }

    [Inject]
    private IStringLocalizer<DiffWords> Words { get; set; } = default!;

    private int Removed { get; set; }

    private int Added { get; set; }

    private IReadOnlyList<DiffRow> Rows => DiffFolding.Rows(_lines!, Compact ? CompactContext : Context, _unfolded);

    private string Summary => string.Join(
        ": ", new[] { Heading, Words["Summary", Removed, Added] }.Where(part => !string.IsNullOrEmpty(part)));

    protected override void OnParametersSet()
    {
        // A live page draws often and its texts rarely change.
        if (_lines is not null && _texts == (Before, After))
        {
            return;
        }

        _texts = (Before, After);
        _lines = TextDiff.Lines(Before, After);
        _unfolded.Clear();
        Removed = _lines.Count(line => line.Kind == DiffKind.Removed);
        Added = _lines.Count(line => line.Kind == DiffKind.Added);
    }

    private void Unfold(int at) => _unfolded.Add(at);

    private static string Sign(DiffLine line) => line.Kind switch
    {
        DiffKind.Removed => "−",
        DiffKind.Added => "+",
        _ => " ",
    };

    private static string Class(DiffLine line) => line.Kind.ToString().ToLowerInvariant() + (line.IsHeading ? " heading" : "");
}
