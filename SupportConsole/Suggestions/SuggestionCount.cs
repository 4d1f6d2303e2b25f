using System.Security.Claims;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Shell;

namespace SupportConsole.Suggestions;

/// <summary>How many cards wait for a decision, beside the word in the rail.</summary>
internal sealed class SuggestionCount : INavigationCount, IDisposable
{
    private readonly SuggestionQueries _queries;
    private readonly SharedReadings _shared;
    private readonly IDisposable _subscription;

    public SuggestionCount(SuggestionQueries queries, SharedReadings shared, LiveFeed feed)
    {
        (_queries, _shared) = (queries, shared);
        _subscription = feed.Subscribe([LiveTopic.Suggestion], _ => Changed?.Invoke());
    }

    public event Action? Changed;

    public string Route => Links.Suggestions;

    public async Task<int?> CountAsync(ClaimsPrincipal person, CancellationToken cancellation) =>
        await _shared.GetAsync(
            ("suggestion count", SuggestionView.Open), [LiveTopic.Suggestion], () => _queries.CountAsync(SuggestionView.Open, null, CancellationToken.None));

    public void Dispose() => _subscription.Dispose();
}
