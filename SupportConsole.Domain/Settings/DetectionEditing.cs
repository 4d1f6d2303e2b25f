using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;

namespace SupportConsole.Domain.Settings;

/// <summary>
/// Sets what detection does in one project, and has it looked at in the same commit: cards that the settings no longer find expire,
/// and what they newly find is proposed.
/// </summary>
public sealed class DetectionEditing(WriteGate gate, CallDetection detection, ProjectCheck check, TimeProvider clock)
{
    /// <param name="revision">The project's that was read; null, from callers that read none, sets it whatever it is. The draft must have passed its check.</param>
    public Task<EditOutcome> SaveAsync(long projectId, int? revision, DetectionDraft draft, Actor actor, CancellationToken cancellation = default) =>
        ChangeAsync(projectId, revision, _ => draft, actor, cancellation);

    /// <summary>Stops looking for what a card is about in its project; an open card goes with it.</summary>
    public async Task<EditOutcome> MuteAsync(Suggestion card, Actor actor, CancellationToken cancellation = default) =>
        await ChangeAsync(card.ProjectId, null, before => With(before, new MuteDraft(card.Detector, card.Field, null, "")), actor, cancellation);

    /// <summary>Takes back <see cref="MuteAsync"/>; a next check finds what is there.</summary>
    public async Task<EditOutcome> UnmuteAsync(Suggestion card, Actor actor, CancellationToken cancellation = default) =>
        await ChangeAsync(
            card.ProjectId, null,
            before => before with { Muted = [.. before.Muted.Where(mute => (mute.Detector, mute.Field) != (card.Detector, card.Field))] }, actor, cancellation);

    /// <summary>As the audit keeps it: "MissingThreshold 0.1; missing_data price muted until 2026-03-09".</summary>
    private static string InWords(ProjectDetection settings) => string.Join("; ",
    [
        .. settings.Thresholds.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value}")),
        .. settings.Muted.Select(mute => string.Create(
            CultureInfo.InvariantCulture, $"{mute.Detector}{(mute.Field is null ? "" : " " + mute.Field)} muted{(mute.Until is { } until ? $" until {until:yyyy-MM-dd}" : "")}")),
    ]);

    private static DetectionDraft With(DetectionDraft before, MuteDraft mute) =>
        before.Muted.Any(one => (one.Detector, one.Field) == (mute.Detector, mute.Field)) ? before : before with { Muted = [.. before.Muted, mute] };

    private Task<EditOutcome> ChangeAsync(
        long projectId, int? revision, Func<DetectionDraft, DetectionDraft> change, Actor actor, CancellationToken cancellation) =>
        gate.WriteAsync(
            async db =>
            {
                await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                if (await db.Projects.FindAsync([projectId], cancellation) is not { } project)
                {
                    return EditOutcome.NotFound;
                }

                if (revision is not null && project.Revision != revision)
                {
                    return EditOutcome.Moved;
                }

                var now = clock.GetUtcNow().UtcDateTime;
                var before = project.Detection;
                if (!project.SetDetection(change(DetectionDraft.Of(before.InForce(now))).Read(before, actor.Name, now)))
                {
                    return EditOutcome.NoChange;
                }

                db.Audit(actor, "project.detection", "project", projectId, new { Before = InWords(before), After = InWords(project.Detection) });
                db.Announce(LiveTopic.Project, projectId);
                await db.SaveChangesAsync(cancellation);
                await CloseAsync(db, project, before, actor, now, cancellation);
                await check.RunAsync(db, project, cancellation);
                return EditOutcome.Done;
            },
            cancellation);

    /// <summary>
    /// Closes the open cards whose finding is muted, or is one by the thresholds from before and none by those that hold now. One that
    /// neither finds is not this change's doing: it has its days to be seen again.
    /// </summary>
    private async Task CloseAsync(SupportDbContext db, Project project, ProjectDetection before, Actor actor, DateTime now, CancellationToken cancellation)
    {
        var lost = await LostAsync(db, project, before, cancellation);
        var open = await db.Suggestions.Where(card => card.ProjectId == project.Id && card.Status == SuggestionStatus.Pending).ToListAsync(cancellation);
        foreach (var card in open.Where(card => lost.Contains(card.Fingerprint) || project.Detection.IsMuted(card.Detector, card.Field, now)))
        {
            card.Expire(now);
            db.Audit(actor, "suggestion.detection_set", "suggestion", card.Id, new { card.Cause });
            db.Announce(LiveTopic.Suggestion, card.Id);
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The fingerprints of what is no longer found; a project that is not active is not looked at.</summary>
    private async Task<HashSet<string>> LostAsync(SupportDbContext db, Project project, ProjectDetection before, CancellationToken cancellation)
    {
        if (project.Status != ProjectStatus.Active)
        {
            return [];
        }

        var snapshot = detection.Snapshot(db, project);
        return [.. Problems(before).Except(Problems(project.Detection))];

        IEnumerable<string> Problems(ProjectDetection settings) => detection.Find(snapshot, settings).Select(finding => $"{project.Id}:{finding.Problem}");
    }
}
