using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Suggestions;

/// <summary>Reads notifications, and how many of them a person has not seen.</summary>
public sealed class NotificationReading(IDbContextFactory<SupportDbContext> contexts)
{
    /// <summary>Counts stop here: more are shown as "99+".</summary>
    public const int CountCap = 100;

    public const int MaxPage = 100;

    /// <summary>Newest first, of one kind or all; <paramref name="before"/> is the last id of the page before.</summary>
    public async Task<NotificationPage> ListAsync(long? before = null, int take = 50, string? kind = null, CancellationToken cancellation = default)
    {
        take = Math.Clamp(take, 1, MaxPage);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await db.Notifications.AsNoTracking().Where(row => (before == null || row.Id < before) && (kind == null || row.Kind == kind))
            .OrderByDescending(row => row.Id).Take(take + 1)
            .Select(row => new NotificationRow(
                row.Id, row.Kind, row.Priority, row.CreatedAt, row.SuggestionId, row.Suggestion!.Status,
                row.Suggestion.Project!.ExternalId, row.Suggestion.Project.Name,
                row.Suggestion.Cause, row.Suggestion.Metric, row.Suggestion.Field, row.Suggestion.FieldLabel, row.Suggestion.Changes.Count,
                row.Suggestion.Predicted, row.Suggestion.Verdict,
                db.ImpactMeasurements.Where(measured => measured.SuggestionId == row.SuggestionId && measured.Of == MeasurementOf.Apply)
                    .Select(measured => (double?)measured.Points).FirstOrDefault()))
            .ToListAsync(cancellation);
        return rows.Count <= take ? new NotificationPage(rows, null) : new NotificationPage(rows[..take], rows[take - 1].Id);
    }

    /// <summary>How many came after that one, at most <see cref="CountCap"/>.</summary>
    public async Task<int> CountAfterAsync(long id, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Notifications.Where(row => row.Id > id).Take(CountCap).CountAsync(cancellation);
    }

    /// <summary>What the person has not seen yet. What came before they did is none of it: a new colleague does not start with a thousand.</summary>
    public async Task<UnseenNotifications> UnseenAsync(long personId, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var person = await db.Users.AsNoTracking().Where(person => person.Id == personId)
            .Select(person => new { person.SeenNotificationId, person.CreatedAt }).SingleOrDefaultAsync(cancellation);
        if (person is null)
        {
            return UnseenNotifications.None;
        }

        // Only the newest are looked at, so that the bell costs the same for everybody.
        var newest = await db.Notifications.AsNoTracking().Where(row => row.Id > person.SeenNotificationId)
            .OrderByDescending(row => row.Id).Take(CountCap).Select(row => row.CreatedAt).ToListAsync(cancellation);
        return new UnseenNotifications(newest.Count(at => at >= person.CreatedAt), person.SeenNotificationId, person.CreatedAt);
    }
}
