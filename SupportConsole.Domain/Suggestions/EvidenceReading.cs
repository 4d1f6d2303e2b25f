using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Suggestions;

/// <summary>Gathers what a card stands on: counts with their interval, sample calls, the trend by day.</summary>
public static class EvidenceReading
{
    private const int Samples = 12;

    /// <summary>Newest calls searched for samples: missing fields lie in JSON, which no index reaches.</summary>
    private const int Searched = 200;

    public static async Task<SuggestionEvidence> ReadAsync(
        SupportDbContext db, ProjectSnapshot snapshot, Finding finding, CancellationToken cancellation)
    {
        var (low, high) = new Rate(finding.Hits, finding.Total).Interval;
        return new SuggestionEvidence(
            finding.Hits, finding.Total, low, high, finding.Threshold, finding.Certainty, finding.Lost, finding.Causes,
            await SamplesAsync(db, snapshot, finding, cancellation), await TrendAsync(db, snapshot, finding, cancellation),
            snapshot.From, snapshot.To);
    }

    private static async Task<List<long>> SamplesAsync(
        SupportDbContext db, ProjectSnapshot snapshot, Finding finding, CancellationToken cancellation)
    {
        var status = finding.Metric == Metric.SuccessRate ? CallStatus.Failed : CallStatus.Completed;
        var calls = await db.Calls.AsNoTracking()
            .Where(call => call.ProjectId == snapshot.Project.Id && call.InstructionVersion == snapshot.Project.CurrentVersion)
            .OrderByDescending(call => call.StartedAt).Take(Searched).Where(call => call.Status == status).ToListAsync(cancellation);
        return [.. calls.Where(call => Shows(call, finding)).Take(Samples).Select(call => call.Id)];
    }

    private static bool Shows(Call call, Finding finding) => finding.Field is { } field
        ? !call.Has(field.Key) && finding.Cause == "missing." + MissingCause.Of(call, field)
        : finding.Cause == "success." + FailureCause.Of(call);

    private static async Task<List<DayRate>> TrendAsync(
        SupportDbContext db, ProjectSnapshot snapshot, Finding finding, CancellationToken cancellation)
    {
        var days = await CallCounting.DailyAsync(db, snapshot.Project.Id, snapshot.From, snapshot.To, cancellation);
        return [.. days.Select(day => finding.Field is { } field
            ? new DayRate(day.Day, Math.Max(0, day.Totals.Completed - day.Totals.MissingTotal(field.Key)), day.Totals.Completed)
            : new DayRate(day.Day, day.Totals.Completed, day.Totals.Calls))];
    }
}
