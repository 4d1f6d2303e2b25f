using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Workspace;

namespace SupportConsole.Domain.Suggestions;

/// <summary>Gathers what a card stands on: counts with their interval, sample calls, the trend by day, and the project's pace.</summary>
public sealed class EvidenceReading(IOptionsMonitor<WorkspaceOptions> workspace, IOptionsMonitor<SuggestionOptions> options)
{
    private const int Samples = 12;

    /// <summary>Newest calls searched for samples: missing fields lie in JSON, which no index reaches.</summary>
    private const int Searched = 200;

    public async Task<SuggestionEvidence> ReadAsync(
        SupportDbContext db, ProjectSnapshot snapshot, SteadyFinding steady, CancellationToken cancellation)
    {
        var finding = steady.Finding;
        var (low, high) = new Rate(finding.Hits, finding.Total).Interval;
        return new SuggestionEvidence(
            finding.Hits, finding.Total, low, high, finding.Threshold, finding.Certainty, finding.Lost, finding.Causes,
            finding.ReadFromText ? [] : await SamplesAsync(db, snapshot, steady, cancellation), await TrendAsync(db, snapshot, finding, cancellation),
            steady.Since ?? snapshot.From, snapshot.To, finding.Facts.Count == 0 ? null : finding.Facts, steady.Since is not null, steady.InWindow);
    }

    /// <summary>The project's pace: its calls of the window over the days since the first of them (a few at least), as a month of 30 days.</summary>
    public async Task<int> CallsPerMonthAsync(SupportDbContext db, ProjectSnapshot snapshot, CancellationToken cancellation)
    {
        var days = Days(snapshot);
        var calls = await CallCalendar.ReadAsync(db, [snapshot.Project.Id], days, CallCountKind.Outcome, cancellation);
        var first = calls.Count == 0 ? snapshot.To : days[calls.Min(row => row.Day)].From;
        return (int)Math.Round(calls.Sum(row => row.Count) / Math.Max(options.CurrentValue.PaceDays, (snapshot.To - first).TotalDays) * 30);
    }

    private static async Task<List<long>> SamplesAsync(
        SupportDbContext db, ProjectSnapshot snapshot, SteadyFinding steady, CancellationToken cancellation)
    {
        var (finding, since) = (steady.Finding, steady.Since ?? snapshot.From);
        var status = finding.Metric == Metric.SuccessRate ? CallStatus.Failed : CallStatus.Completed;
        var calls = await db.Calls.AsNoTracking()
            .Where(call => call.ProjectId == snapshot.Project.Id && call.InstructionVersion == snapshot.Project.CurrentVersion && call.StartedAt >= since)
            .OrderByDescending(call => call.StartedAt).Take(Searched).Where(call => call.Status == status).ToListAsync(cancellation);
        return [.. calls.Where(call => Shows(call, finding, snapshot.Project.CaptureFields)).Take(Samples).Select(call => call.Id)];
    }

    /// <summary>Whether the call is one of those that the finding's cause is counted in.</summary>
    private static bool Shows(Call call, Finding finding, IReadOnlyList<CaptureField> fields) => finding.Cause.Split('.', 2) switch
    {
        ["missing", var why] => !call.Has(finding.Field!.Key) && MissingCause.Of(call, finding.Field) == why,
        ["success", var cause] => FailureCause.Of(call) == cause && ToneReaction.Of(call) is null,
        ["timing", _] => FailureCause.Of(call) == FailureCause.NoAnswer,
        ["hang_up", var point] => HangUpPoint.Of(call, fields) is { } at && point switch
        {
            "at_field" => HangUpPoint.FieldOf(at) == finding.Field!.Key,
            "long" => HangUpPoint.IsLate(at),
            _ => at == point,
        },
        ["tone", var kind] => ToneReaction.Of(call) == kind,
        _ => false,
    };

    private async Task<List<DayRate>> TrendAsync(
        SupportDbContext db, ProjectSnapshot snapshot, Finding finding, CancellationToken cancellation)
    {
        var window = await CallCalendar.WindowAsync(db, snapshot.Project.Id, Days(snapshot), cancellation);
        return [.. window.Days.Select(day => finding is { Metric: Metric.FieldCaptured, Field: { } field }
            ? new DayRate(day.Day, day.Totals.Captured(field.Key), day.Totals.Asked(field.Key))
            : new DayRate(day.Day, day.Totals.Completed, day.Totals.Calls)).Where(day => day.Total > 0)];
    }

    private IReadOnlyList<LocalDay> Days(ProjectSnapshot snapshot) => LocalDay.Last(
        (int)Math.Ceiling((snapshot.To - snapshot.From).TotalDays), snapshot.To, TimeZoneInfo.FindSystemTimeZoneById(workspace.CurrentValue.TimeZone));
}
