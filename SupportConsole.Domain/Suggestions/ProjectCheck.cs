using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Suggestions;

/// <summary>Looks at a project now: by hand ("generate", the button), hourly over all of them, and for each call that came in.</summary>
public sealed partial class ProjectCheck(
    WriteGate gate, GroupCommit senders, IDbContextFactory<SupportDbContext> contexts, CallDetection detection, SuggestionProposer proposer,
    IOptionsMonitor<DetectionOptions> options, IOptionsMonitor<SuggestionOptions> suggestions, TimeProvider clock,
    ILogger<ProjectCheck> logger)
{
    /// <summary>An hourly sweep never starts to the second an hour after the last: without this it would leave out every other hour.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Detects and proposes in the caller's commit; returns how many cards are new. A project that is not active is left alone.</summary>
    /// <param name="quietly">Cards come without a notification: what history shows is no news.</param>
    public async Task<int> RunAsync(SupportDbContext db, Project project, CancellationToken cancellation, bool quietly = false)
    {
        if (project.Status != ProjectStatus.Active)
        {
            return 0;
        }

        var snapshot = detection.Snapshot(db, project);
        Project.MarkChecked(db, project, snapshot.To);
        return await proposer.ProposeAsync(db, snapshot, detection.Find(snapshot), cancellation, quietly);
    }

    /// <summary>Checks one project in a commit of its own; null when there is no such project.</summary>
    public Task<int?> CheckAsync(long projectId, CancellationToken cancellation = default) => CheckAsync(projectId, false, cancellation);

    private Task<int?> CheckAsync(long projectId, bool quietly, CancellationToken cancellation) =>
        gate.WriteAsync(db => CheckAsync(db, projectId, quietly, cancellation), cancellation);

    private async Task<int?> CheckAsync(SupportDbContext db, long projectId, bool quietly, CancellationToken cancellation)
    {
        if (Project.Read(db, projectId) is not { } project)
        {
            return null;
        }

        db.Announce(LiveTopic.Project, projectId);
        Project.SetCheckDue(db, projectId, isDue: false);
        return await RunAsync(db, project, cancellation, quietly);
    }

    /// <summary>
    /// Checks every project that a crowd of calls left to be looked at, a commit each, so that others write in between. One whose check
    /// fails is left to the next sweep. Returns whether one stays due, since its history is being brought in or taken out.
    /// </summary>
    public async Task<bool> CheckDueAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var later = false;
        foreach (var id in await db.Projects.AsNoTracking().Where(project => project.IsCheckDue).Select(project => project.Id).ToListAsync(cancellation))
        {
            var looked = HistoryUnderWay.Of(db, id) ? Looked.Later : await senders.GivingWayAsync(() => LookAsync(id, cancellation), cancellation);
            later |= looked == Looked.Later;
            if (looked == Looked.Failed)
            {
                await gate.WriteAsync(
                    write =>
                    {
                        Project.SetCheckDue(write, id, isDue: false);
                        return Task.CompletedTask;
                    },
                    cancellation);
            }
        }

        return later;
    }

    /// <summary>The hourly sweep: every active project not checked lately, a commit each, then the cards whose finding is gone. A project that fails does not stop it.</summary>
    public async Task SweepAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var before = Now.AddMinutes(-options.CurrentValue.SweepSkipMinutes) + Slack;
        var due = await db.Projects.AsNoTracking()
            .Where(project => project.Status == ProjectStatus.Active && (project.LastCheckedAt == null || project.LastCheckedAt <= before))
            .OrderBy(project => project.Id).Select(project => project.Id).ToListAsync(cancellation);
        foreach (var id in due)
        {
            await LookAsync(id, cancellation);
        }

        await ExpireAsync(cancellation);
    }

    /// <summary>Checks one project; a fault is logged and left to the next sweep, since what it is done beside has been done.</summary>
    public Task TryCheckAsync(long projectId, CancellationToken cancellation = default) => TryCheckAsync(projectId, false, cancellation);

    /// <summary>The same without notifications: after history was brought in, or taken out.</summary>
    public Task TryCheckQuietlyAsync(long projectId, CancellationToken cancellation = default) => TryCheckAsync(projectId, true, cancellation);

    private async Task TryCheckAsync(long projectId, bool quietly, CancellationToken cancellation)
    {
        try
        {
            await CheckAsync(projectId, quietly, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(fault, projectId);
        }
    }

    /// <summary>Checks one that nobody asked for by name; while its history is on its way it is only marked as due.</summary>
    private async Task<Looked> LookAsync(long projectId, CancellationToken cancellation)
    {
        try
        {
            return await gate.WriteAsync(
                async db =>
                {
                    if (HistoryUnderWay.Of(db, projectId))
                    {
                        Project.SetCheckDue(db, projectId, isDue: true);
                        return Looked.Later;
                    }

                    await CheckAsync(db, projectId, quietly: false, cancellation);
                    return Looked.Done;
                },
                cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(fault, projectId);
            return Looked.Failed;
        }
    }

    /// <summary>Only of projects that are looked at: nobody knows whether the finding of another one is gone.</summary>
    private Task ExpireAsync(CancellationToken cancellation) =>
        gate.WriteAsync(
            async db =>
            {
                var gone = Now.AddDays(-suggestions.CurrentValue.ExpireAfterDays);
                var cards = await db.Suggestions
                    .Where(card => card.Status == SuggestionStatus.Pending && card.LastSeenAt < gone && card.Project!.Status == ProjectStatus.Active).ToListAsync(cancellation);
                foreach (var card in cards)
                {
                    card.Expire(Now);
                    db.Announce(LiveTopic.Suggestion, card.Id);
                }
            },
            cancellation);

    private enum Looked
    {
        Done,
        Failed,

        /// <summary>It looks at itself when its import ends.</summary>
        Later,
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Checking project {Id} failed; the next sweep tries it again")]
    private partial void LogFault(Exception fault, long id);
}
