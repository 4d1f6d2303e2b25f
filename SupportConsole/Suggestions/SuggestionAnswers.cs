using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Projects;

namespace SupportConsole.Suggestions;

/// <summary>Reads cards the way the API answers them.</summary>
internal sealed class SuggestionAnswers(SuggestionQueries queries, IDbContextFactory<SupportDbContext> contexts)
{
    public async Task<ApiSuggestion?> GetAsync(long id, CancellationToken cancellation) =>
        (await OfAsync([id], cancellation)).SingleOrDefault();

    public async Task<ApiSuggestions> ListAsync(SuggestionView? view, long projectId, string? cursor, int take, CancellationToken cancellation)
    {
        var page = await queries.ListAsync(view, projectId, cursor, take, cancellation);
        return new(await OfAsync([.. page.Rows.Select(row => row.Id)], cancellation), page.NextCursor);
    }

    private async Task<IReadOnlyList<ApiSuggestion>> OfAsync(IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var details = await queries.GetAsync(ids, cancellation);
        await using var db = await contexts.CreateDbContextAsync(cancellation);

        // Cards that one check made share their window.
        var windows = details.Select(detail => Window(detail.Card)).Distinct().ToList();
        var totals = await CallCounting.TotalsAsync(db, windows, cancellation);
        var metrics = windows.Zip(totals).ToDictionary(one => one.First, one => CallMetrics.Of(one.Second, one.First.From, one.First.To));
        return [.. details.Select(detail => ApiSuggestion.Of(detail, metrics[Window(detail.Card)]))];
    }

    private static VersionWindow Window(Suggestion card) => new(card.ProjectId, card.TargetVersion, card.Evidence.From, card.Evidence.To);
}
