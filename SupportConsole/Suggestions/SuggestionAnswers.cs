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
        var known = new Dictionary<(long, int, DateTime, DateTime), CallMetrics>();
        var answers = new List<ApiSuggestion>(details.Count);
        foreach (var detail in details)
        {
            // Cards that one check made share their window, so most of a page costs one reading of the counts.
            var (project, version, evidence) = (detail.Card.ProjectId, detail.Card.TargetVersion, detail.Card.Evidence);
            var window = (project, version, evidence.From, evidence.To);
            if (!known.TryGetValue(window, out var metrics))
            {
                var totals = await CallCounting.TotalsAsync(db, project, version, version, evidence.From, evidence.To, cancellation);
                known[window] = metrics = CallMetrics.Of(totals, evidence.From, evidence.To);
            }

            answers.Add(ApiSuggestion.Of(detail, metrics));
        }

        return answers;
    }
}
