using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>Keeps the console's score: what cards promised, what they brought, and what people thought of them.</summary>
public sealed class ImpactQueries(IDbContextFactory<SupportDbContext> contexts, TimeProvider clock)
{
    private const double DaysPerMonth = 30;

    /// <summary>The newest acceptances that the median is taken of: more would only slow it.</summary>
    private const int MostTimes = 2000;

    public async Task<ImpactScore> ScoreAsync(ImpactFilter filter, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var cards = db.Suggestions.AsNoTracking();
        var (all, projectId) = (filter.ProjectId is null, filter.ProjectId ?? 0);

        // The project is summed over, not filtered by: so each question is answered from its own index and no card is opened.
        var judged = await cards.Where(card => card.JudgedAt >= filter.From).GroupBy(card => card.Verdict)
            .Select(group => new { group.Key, Count = group.Sum(card => all || card.ProjectId == projectId ? 1 : 0) }).ToListAsync(cancellation);
        var decided = await cards.Where(card => card.DecidedAt >= filter.From).GroupBy(card => new { card.Status, card.RejectReason })
            .Select(group => new { group.Key.Status, group.Key.RejectReason, Count = group.Sum(card => all || card.ProjectId == projectId ? 1 : 0) })
            .ToListAsync(cancellation);
        // Few: these are opened.
        var takenBack = await cards.CountAsync(
            card => card.Status == SuggestionStatus.RolledBack && card.Verdict != Verdict.Held && card.DecidedAt >= filter.From && (all || card.ProjectId == projectId), cancellation);
        var made = await cards.Where(card => card.CreatedAt >= filter.From)
            .SumAsync(card => all || card.ProjectId == projectId ? 1 : 0, cancellation);
        var projects = await db.Projects.CountAsync(project => project.Status == ProjectStatus.Active && (all || project.Id == projectId), cancellation);

        int Verdicts(Verdict verdict) => judged.Where(group => group.Key == verdict).Sum(group => group.Count);
        int RejectedFor(RejectReason reason) => decided.Where(group => group.Status == SuggestionStatus.Rejected && group.RejectReason == reason).Sum(group => group.Count);
        int Decided(params SuggestionStatus[] statuses) => decided.Where(group => statuses.Contains(group.Status)).Sum(group => group.Count);
        var (claimed, brought) = await MinutesAsync(db, filter, cancellation);
        return new ImpactScore(
            Verdicts(Verdict.Held), Verdicts(Verdict.NotHeld), Verdicts(Verdict.SideEffect), Verdicts(Verdict.TooLittleData),
            Decided(SuggestionStatus.Accepted, SuggestionStatus.Applied, SuggestionStatus.RolledBack), takenBack, Decided(SuggestionStatus.Rejected),
            RejectedFor(RejectReason.NotAProblem), RejectedFor(RejectReason.WrongCause), RejectedFor(RejectReason.WrongWording),
            await MedianToAcceptAsync(db, filter, cancellation), made, projects, await MonthsAsync(db, filter, cancellation), claimed, brought,
            await GainAsync(db, filter, cancellation));
    }

    private static async Task<(double Claimed, double Brought)> MinutesAsync(SupportDbContext db, ImpactFilter filter, CancellationToken cancellation)
    {
        var (all, projectId) = (filter.ProjectId is null, filter.ProjectId ?? 0);
        var sums = await db.Suggestions.AsNoTracking().Where(card => card.JudgedAt >= filter.From && card.Kind != SuggestionKind.BestPractice)
            .Join(db.Outcomes.Where(outcome => outcome.PredictedPoints > 0), card => card.Id, outcome => outcome.SuggestionId, (card, outcome) => new
            {
                Claimed = all || card.ProjectId == projectId ? card.Worth : 0,
                Brought = card.Status != SuggestionStatus.RolledBack && (all || card.ProjectId == projectId)
                    ? card.Worth * outcome.ActualPoints / outcome.PredictedPoints : 0,
            })
            .GroupBy(line => 1).Select(group => new { Claimed = group.Sum(line => line.Claimed), Brought = group.Sum(line => line.Brought) })
            .SingleOrDefaultAsync(cancellation);
        // What a best practice is worth is its least, which is not what it promised.
        var practices = await db.Suggestions.AsNoTracking()
            .Where(card => card.JudgedAt >= filter.From && card.Kind == SuggestionKind.BestPractice && (all || card.ProjectId == projectId))
            .Join(db.Outcomes.Where(outcome => outcome.PredictedPoints > 0), card => card.Id, outcome => outcome.SuggestionId,
                (card, outcome) => new { card.Predicted, IsKept = card.Status != SuggestionStatus.RolledBack, Share = outcome.ActualPoints / outcome.PredictedPoints })
            .ToListAsync(cancellation);
        return (
            (sums?.Claimed ?? 0) + practices.Sum(card => card.Predicted.MinutesPerMonth),
            (sums?.Brought ?? 0) + practices.Where(card => card.IsKept).Sum(card => card.Predicted.MinutesPerMonth * card.Share));
    }

    private static async Task<MeanGain> GainAsync(SupportDbContext db, ImpactFilter filter, CancellationToken cancellation)
    {
        var cards = db.Suggestions.AsNoTracking().Where(card => card.JudgedAt >= filter.From && card.Metric == Metric.SuccessRate);
        var gain = await (filter.ProjectId is { } project ? cards.Where(card => card.ProjectId == project) : cards)
            .Join(db.Outcomes, card => card.Id, outcome => outcome.SuggestionId, (card, outcome) => outcome.ActualPoints)
            .GroupBy(points => 1).Select(group => new { Cards = group.Count(), Mean = group.Average(), Squares = group.Average(points => points * points) })
            .SingleOrDefaultAsync(cancellation);
        return gain is null ? default : new MeanGain(gain.Cards, gain.Mean, gain.Squares);
    }

    private static async Task<TimeSpan?> MedianToAcceptAsync(SupportDbContext db, ImpactFilter filter, CancellationToken cancellation)
    {
        var (all, projectId) = (filter.ProjectId is null, filter.ProjectId ?? 0);
        var cards = await db.Suggestions.AsNoTracking()
            .Where(card => card.DecidedAt >= filter.From && card.Status != SuggestionStatus.Rejected && card.Status != SuggestionStatus.Expired)
            .Where(card => all || card.ProjectId == projectId)
            .OrderByDescending(card => card.DecidedAt).Take(MostTimes)
            .Select(card => new { card.CreatedAt, DecidedAt = card.DecidedAt!.Value }).ToListAsync(cancellation);
        var waits = cards.Select(card => card.DecidedAt - card.CreatedAt).Order().ToList();
        return waits.Count == 0 ? null : (waits[(waits.Count - 1) / 2] + waits[waits.Count / 2]) / 2;
    }

    private async Task<double> MonthsAsync(SupportDbContext db, ImpactFilter filter, CancellationToken cancellation)
    {
        var first = await db.Projects.Where(project => filter.ProjectId == null || project.Id == filter.ProjectId)
            .MinAsync(project => (DateTime?)project.CreatedAt, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var since = first > filter.From ? first.Value : filter.From;
        return Math.Max(1, (now - since).TotalDays / DaysPerMonth);
    }
}
