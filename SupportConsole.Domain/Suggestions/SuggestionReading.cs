using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Suggestions;

/// <summary>Reads what stands around one card: its history, and the instructions with and without it.</summary>
public sealed class SuggestionReading(IDbContextFactory<SupportDbContext> contexts)
{
    /// <summary>More decisions on one card than this are read in the audit.</summary>
    private const int MostEntries = 100;

    /// <summary>What people did with it, newest first.</summary>
    public async Task<IReadOnlyList<SuggestionHistoryEntry>> HistoryAsync(long id, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var entries = db.AuditEntries.AsNoTracking().Where(entry => entry.TargetKind == "suggestion" && entry.TargetId == id)
            .OrderByDescending(entry => entry.Id).Take(MostEntries);
        return await entries
            .LeftJoin(db.Users, entry => entry.Who, person => person.UserName, (entry, person) => new { entry, Name = person == null ? null : person.DisplayName })
            .OrderByDescending(line => line.entry.Id)
            .Select(line => new SuggestionHistoryEntry(line.entry.At, line.entry.Who, line.Name, line.entry.Action, line.entry.Detail))
            .ToListAsync(cancellation);
    }

    /// <summary>What the agent would get (or, of an applied card, what it got); null when there is no such card.</summary>
    public async Task<SuggestionPreview?> PreviewAsync(long id, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var card = await db.Suggestions.AsNoTracking().Include(card => card.Project).SingleOrDefaultAsync(card => card.Id == id, cancellation);
        if (card is null)
        {
            return null;
        }

        var version = card.Applied?.BaseVersion ?? card.Project!.CurrentVersion;
        var before = await InstructionChange.TextAsync(db, card.ProjectId, version, cancellation);
        if (card.Applied is { } applied)
        {
            return new SuggestionPreview(version, before, await InstructionChange.TextAsync(db, card.ProjectId, applied.Version, cancellation));
        }

        var text = InstructionText.Parse(before);
        return new SuggestionPreview(version, before, InstructionChange.Fits(text, card.Changes) ? InstructionChange.Apply(text, card.Changes).ToString() : null);
    }
}
