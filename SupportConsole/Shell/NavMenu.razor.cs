using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Workspace;

namespace SupportConsole.Shell;

public sealed partial class NavMenu : IDisposable
{
    // More than this is read as "many": an exact number would only widen the rail.
    private const int MostShown = 999;

    private readonly CancellationTokenSource _gone = new();
    private readonly Dictionary<string, int?> _counts = [];
    private IReadOnlyList<NavigationEntry> _entries = [];
    private readonly (CultureInfo Formats, CultureInfo Words) _culture = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private ClaimsPrincipal _person = new();
    private IDisposable? _renamed;

    [Inject]
    private IStringLocalizer<ShellWords> Words { get; set; } = default!;

    [Inject]
    private IOptionsMonitor<WorkspaceOptions> Workspace { get; set; } = default!;

    [Inject]
    private IEnumerable<INavigationCount> Counts { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Authentication is not null)
            _person = (await Authentication).User;
        _entries = Navigation.For(_person);
        _renamed = Workspace.OnChange(options => InvokeAsync(StateHasChanged));
        foreach (var count in Counts)
        {
            count.Changed += CountAgain; // Before the first count, so that nothing between the two is missed.
            await CountAsync(count);
        }
    }

    public void Dispose()
    {
        _renamed?.Dispose();
        foreach (var count in Counts)
            count.Changed -= CountAgain;
        _gone.Cancel();
        _gone.Dispose();
    }

    private string? CountOf(NavigationEntry entry) => _counts.GetValueOrDefault(entry.Route) switch
    {
        null or 0 => null,
        > MostShown => $"{MostShown}+",
        var count => count.Value.ToString(CultureInfo.CurrentCulture),
    };

    private void CountAgain() => _ = InvokeAsync(async () =>
    {
        // Changed is raised on the thread of whoever made the change, in that thread's language.
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _culture;
        foreach (var count in Counts)
            await CountAsync(count);
        StateHasChanged();
    });

    private async Task CountAsync(INavigationCount count)
    {
        if (!_gone.IsCancellationRequested && _entries.Any(entry => entry.Route == count.Route))
            _counts[count.Route] = await count.CountAsync(_person, _gone.Token);
    }
}
