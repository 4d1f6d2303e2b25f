using SupportConsole.Domain.Suggestions;

namespace SupportConsole.Suggestions;

/// <summary>
/// The list as its reader sees it. What changes meanwhile is seen in its place: nothing moves, comes in between or drops
/// out until the reader asks for it.
/// </summary>
public sealed class InboxList(SuggestionFilter filter)
{
    private List<InboxEntry> _entries = [];

    public SuggestionFilter Filter { get; } = filter;

    public IReadOnlyList<InboxEntry> Entries => _entries;

    /// <summary>Where "show more" goes on; null when all are shown.</summary>
    public string? NextCursor { get; private set; }

    /// <summary>Cards that would stand among these and wait behind the pill.</summary>
    public int New { get; private set; }

    /// <summary>Cards that stand here and no longer belong here.</summary>
    public int Left => _entries.Count(entry => entry.Left);

    /// <summary>Draws it anew from its top.</summary>
    public void Start(SuggestionPage page)
    {
        _entries = [.. page.Rows.Select(row => new InboxEntry(row, false))];
        (NextCursor, New) = (page.NextCursor, 0);
    }

    /// <summary>Goes on below. What meanwhile moved down to here is shown already.</summary>
    public void Append(SuggestionPage page)
    {
        var known = _entries.Select(entry => entry.Row.Id).ToHashSet();
        _entries.AddRange(page.Rows.Where(row => !known.Contains(row.Id)).Select(row => new InboxEntry(row, false)));
        NextCursor = page.NextCursor;
    }

    /// <summary>Brings the shown cards up to date in their places, and counts what is new at the top.</summary>
    /// <param name="shown">The shown cards as they are now.</param>
    /// <param name="top">The first page of the list as it is now.</param>
    public void Refresh(IReadOnlyList<SuggestionRow> shown, SuggestionPage top, DateTime now)
    {
        if (_entries.Count == 0)
        {
            Start(top); // Nobody is reading anything here that could move.
            return;
        }

        var rows = shown.ToDictionary(row => row.Id);
        _entries = [.. _entries.Select(entry => rows.TryGetValue(entry.Row.Id, out var row)
            ? new InboxEntry(row, Filter.View is { } view && !row.IsIn(view, now))
            : entry with { Left = true })];
        var last = _entries[^1].Row;
        New = top.Rows.Count(row => !rows.ContainsKey(row.Id) && (NextCursor is null || Precedes(row, last)));
    }

    public int IndexOf(long? id) => _entries.FindIndex(entry => entry.Row.Id == id);

    /// <summary>The card a step up or down; from one that is not here, the first. The ends do not wrap: held down, J stops at the last.</summary>
    public long? Step(long? from, int by)
    {
        var index = IndexOf(from);
        return _entries.Count == 0 ? null : _entries[index < 0 ? 0 : Math.Clamp(index + by, 0, _entries.Count - 1)].Row.Id;
    }

    private bool Precedes(SuggestionRow row, SuggestionRow other) => Filter switch
    {
        { Order: SuggestionSort.Worth } => (row.Rank, row.Id).CompareTo((other.Rank, other.Id)) > 0,
        { View: SuggestionView.Judged } => (row.JudgedAt ?? default, row.Id).CompareTo((other.JudgedAt ?? default, other.Id)) > 0,
        _ => row.Id > other.Id,
    };
}
