using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Domain.Suggestions;

/// <summary>
/// Applies accepted cards: a commit of its own after the decision, so that a crash between the two is made good at the
/// next start. Applying twice does nothing the second time.
/// </summary>
public sealed partial class SuggestionApplier(
    WriteGate gate, IDbContextFactory<SupportDbContext> contexts, IOptionsMonitor<ImpactOptions> options, TimeProvider clock,
    ILogger<SuggestionApplier> logger)
{
    /// <summary>Applies the card if it is accepted and not yet applied.</summary>
    public Task<Decision> ApplyAsync(long suggestionId, CancellationToken cancellation = default) =>
        gate.WriteAsync(
            async db =>
            {
                var card = await db.Suggestions.Include(card => card.Project).SingleOrDefaultAsync(card => card.Id == suggestionId, cancellation);
                if (card is null)
                {
                    return new Decision(DecisionOutcome.NotFound);
                }

                if (card.Status != SuggestionStatus.Accepted)
                {
                    return new Decision(DecisionOutcome.AlreadyDecided, card.Status, card.Project!.CurrentVersion);
                }

                var who = new Actor(card.DecidedBy!);
                var project = card.Project!;
                var text = InstructionText.Parse(await InstructionChange.TextAsync(db, project.Id, project.CurrentVersion, cancellation));
                db.Announce(LiveTopic.Suggestion, card.Id);
                if (!InstructionChange.Fits(text, card.Changes))
                {
                    card.ReturnToPending();
                    db.Audit(who, "suggestion.not_applied", "suggestion", card.Id, new { Reason = "The instructions changed before it could be applied." });
                    return new Decision(DecisionOutcome.TargetMoved, card.Status, project.CurrentVersion);
                }

                await MakeVersionAsync(db, card, project, text, who, cancellation);
                return new Decision(DecisionOutcome.Done, card.Status, project.CurrentVersion);
            },
            cancellation);

    /// <summary>Applies what was accepted and, because the process ended or applying failed, not yet applied. One that fails does not stop the others.</summary>
    public async Task ApplyAcceptedAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var waiting = await db.Suggestions.AsNoTracking().Where(card => card.Status == SuggestionStatus.Accepted)
            .OrderBy(card => card.Id).Select(card => card.Id).ToListAsync(cancellation);
        foreach (var id in waiting)
        {
            try
            {
                await ApplyAsync(id, cancellation);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFault(fault, id);
            }
        }
    }

    private async Task MakeVersionAsync(
        SupportDbContext db, Suggestion card, Project project, InstructionText text, Actor who, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var baseVersion = project.CurrentVersion;
        var from = now.AddDays(-options.CurrentValue.BeforeDays);
        var alike = await InstructionChange.FirstAlikeAsync(db, project.Id, baseVersion, card.Changes, from, cancellation);
        var (before, since) = await BaselineReading.ReadAsync(db, card, alike, baseVersion, from, options.CurrentValue, cancellation);
        var version = project.AddVersion(InstructionChange.Apply(text, card.Changes).ToString(), who.Name, $"Card {card.Id}", now, card.Id);
        db.InstructionVersions.Add(version);
        card.MarkApplied(new AppliedChange(baseVersion, version.Number, before, [.. project.RequiredFields().Select(field => field.Key)], since), now);
        card.Predicted = card.Predicted with
        {
            CallsToJudge = SuggestionForecast.CallsToJudge(before.Rate(card.Metric), card.Predicted.Points / 100, options.CurrentValue),
        };
        db.Audit(who, "suggestion.applied", "suggestion", card.Id, new { Project = project.ExternalId, Version = version.Number });
        db.Notifications.Add(new Notification
        {
            Kind = Notification.SuggestionApplied,
            SuggestionId = card.Id,
            Priority = Priority.Low,
            CreatedAt = now,
        });
        db.Announce(LiveTopic.Notification, 0);
        db.Announce(LiveTopic.Project, project.Id);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Applying card {Id} failed; it stays accepted and is tried again")]
    private partial void LogFault(Exception fault, long id);
}
