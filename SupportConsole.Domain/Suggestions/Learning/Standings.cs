using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Suggestions.Learning;

/// <summary>Reads how each cause stands, and keeps the rank of its open cards to it.</summary>
public static class Standings
{
    /// <summary>A standing for each of the causes. What was said of a text that was written anew since counts no more.</summary>
    public static async Task<IReadOnlyDictionary<string, Standing>> ReadAsync(
        SupportDbContext db, IReadOnlyCollection<string> causes, CancellationToken cancellation = default)
    {
        if (causes.Count == 0)
        {
            return new Dictionary<string, Standing>();
        }

        var judged = (await db.Outcomes.AsNoTracking().Where(outcome => causes.Contains(outcome.Cause))
                .GroupBy(outcome => new { outcome.Cause, outcome.Verdict })
                .Select(group => new { group.Key.Cause, group.Key.Verdict, Count = group.Count() }).ToListAsync(cancellation))
            .ToLookup(group => (group.Cause, group.Verdict), group => group.Count);
        var rejected = (await db.Suggestions.AsNoTracking()
                .Where(card => card.Status == SuggestionStatus.Rejected && causes.Contains(card.Cause)
                    && !db.RejectionsForgotten.Any(forgotten => forgotten.Cause == card.Cause && forgotten.Since >= card.DecidedAt))
                .GroupBy(card => new { card.Cause, card.RejectReason })
                .Select(group => new { group.Key.Cause, group.Key.RejectReason, Count = group.Count() }).ToListAsync(cancellation))
            .ToLookup(group => (group.Cause, group.RejectReason), group => group.Count);
        var answered = await AnsweredAsync(db, causes, cancellation);
        return causes.Distinct().ToDictionary(cause => cause, cause => new Standing(
            judged[(cause, Verdict.Held)].Sum(), judged[(cause, Verdict.NotHeld)].Sum(),
            rejected[(cause, RejectReason.NotAProblem)].Sum(), rejected[(cause, RejectReason.WrongCause)].Sum(),
            rejected[(cause, RejectReason.WrongWording)].Sum() - answered.GetValueOrDefault(cause)));
    }

    /// <summary>How many of the rejections for their words (and not forgotten) were answered by other words since, by cause.</summary>
    private static async Task<Dictionary<string, int>> AnsweredAsync(SupportDbContext db, IReadOnlyCollection<string> causes, CancellationToken cancellation)
    {
        var edits = await db.CatalogueEdits.AsNoTracking().Where(edit => causes.Contains(edit.Cause) && edit.Entry != null).ToListAsync(cancellation);
        if (edits.Count == 0)
        {
            return [];
        }

        var edited = edits.Select(edit => edit.Cause).Distinct().ToList();
        var disliked = await db.Suggestions.AsNoTracking()
            .Where(card => card.Status == SuggestionStatus.Rejected && card.RejectReason == RejectReason.WrongWording && edited.Contains(card.Cause)
                && !db.RejectionsForgotten.Any(forgotten => forgotten.Cause == card.Cause && forgotten.Since >= card.DecidedAt))
            .Select(card => new { card.Cause, card.Field, card.ProjectId, card.DecidedAt }).ToListAsync(cancellation);
        return disliked
            .Where(card => edits.Exists(edit => edit.Cause == card.Cause && edit.WordedAt >= card.DecidedAt
                && (edit.FieldKey == null || edit.FieldKey == card.Field) && (edit.ProjectId == null || edit.ProjectId == card.ProjectId)))
            .GroupBy(card => card.Cause).ToDictionary(group => group.Key, group => group.Count());
    }

    /// <summary>Ranks the open cards of a cause anew, in the caller's transaction; what the caller changed is saved first.</summary>
    public static async Task RerankAsync(SupportDbContext db, string cause, CancellationToken cancellation = default)
    {
        await db.SaveChangesAsync(cancellation);
        var factor = (await ReadAsync(db, [cause], cancellation))[cause].Factor;
        await db.Suggestions.Where(card => card.Cause == cause && card.Status == SuggestionStatus.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(card => card.Rank, card => card.Worth * factor), cancellation);
    }
}
