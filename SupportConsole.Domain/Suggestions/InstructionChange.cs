using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Suggestions;

/// <summary>Applies a card's changes to instructions, and takes them back to the byte.</summary>
public static class InstructionChange
{
    /// <summary>Whether every section still reads as it did when the changes were written.</summary>
    public static bool Fits(InstructionText text, IEnumerable<SuggestionChange> changes) =>
        changes.GroupBy(change => change.Section, StringComparer.OrdinalIgnoreCase)
            .All(group => text.Section(group.Key) == group.First().Current);

    public static InstructionText Apply(InstructionText text, IEnumerable<SuggestionChange> changes) =>
        changes.Aggregate(text, (changed, change) => changed.With(change.Section, change.Suggested));

    /// <summary>
    /// The first of the versions, in a row up to this one, that read alike where the changes are made: their calls ran without
    /// the change as well. Those no longer served at <paramref name="from"/> have no calls to add.
    /// </summary>
    public static async Task<int> FirstAlikeAsync(
        SupportDbContext db, long projectId, int version, IReadOnlyCollection<SuggestionChange> changes, DateTime from, CancellationToken cancellation)
    {
        var first = version;
        var earlier = db.InstructionVersions.AsNoTracking().Where(row => row.ProjectId == projectId && row.Number <= version)
            .OrderByDescending(row => row.Number).Select(row => new { row.Number, row.Text, row.ServedFrom });
        await foreach (var row in earlier.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!Fits(InstructionText.Parse(row.Text), changes))
            {
                break;
            }

            first = row.Number;
            if (row.ServedFrom <= from)
            {
                break;
            }
        }

        return first;
    }

    /// <summary>
    /// The text without the card's changes, or null when a section was changed since. When nothing else came after the
    /// card, that is the base version's text itself.
    /// </summary>
    public static async Task<string?> UndoneTextAsync(SupportDbContext db, Suggestion card, CancellationToken cancellation)
    {
        var applied = card.Applied!;
        if (card.Project!.CurrentVersion == applied.Version)
        {
            return await TextAsync(db, card.ProjectId, applied.BaseVersion, cancellation);
        }

        var text = InstructionText.Parse(await TextAsync(db, card.ProjectId, card.Project.CurrentVersion, cancellation));
        return Undo(text, card.Changes)?.ToString();
    }

    /// <summary>The text without the changes, or null when a section was changed since.</summary>
    public static InstructionText? Undo(InstructionText text, IEnumerable<SuggestionChange> changes)
    {
        var undoing = changes.Reverse().ToList();
        return undoing.DistinctBy(change => change.Section, StringComparer.OrdinalIgnoreCase).All(change => text.Section(change.Section) == change.Suggested.Trim())
            ? undoing.Aggregate(text, (changed, change) => changed.With(change.Section, change.Current))
            : null;
    }

    public static Task<string> TextAsync(SupportDbContext db, long projectId, int version, CancellationToken cancellation) =>
        db.InstructionVersions.AsNoTracking().Where(row => row.ProjectId == projectId && row.Number == version)
            .Select(row => row.Text).SingleAsync(cancellation);
}
