using System.Security.Claims;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Shell;

namespace SupportConsole.Suggestions;

/// <summary>How many cards wait for a decision, beside the word in the rail.</summary>
internal sealed class SuggestionCount(SuggestionQueries queries, SharedReadings shared) : INavigationCount
{
    public string Route => Links.Suggestions;

    // The cards of a project that is archived are hidden with it.
    public IReadOnlyCollection<LiveTopic> Topics { get; } = [LiveTopic.Suggestion, LiveTopic.Project];

    public async Task<int?> CountAsync(ClaimsPrincipal person) =>
        await shared.GetAsync(("suggestion count", SuggestionView.Open), Topics, () => queries.CountAsync(SuggestionView.Open, null, CancellationToken.None));
}
