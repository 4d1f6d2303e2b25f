using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Workspace;

namespace SupportConsole.Shell;

public sealed partial class NavMenu
{
    // More than this is read as "many": an exact number would only widen the rail.
    private const int MostShown = 999;

    private readonly Dictionary<string, int?> _counts = [];
    private IReadOnlyList<NavigationEntry> _entries = [];
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

    protected override IReadOnlyCollection<LiveTopic> Topics => [.. Counts.SelectMany(count => count.Topics).Distinct()];

    protected override TimeSpan Lag => TimeSpan.FromMilliseconds(250);

    protected override async Task OnInitializedAsync()
    {
        if (Authentication is not null)
            _person = (await Authentication).User;
        _entries = Navigation.For(_person);
        _renamed = Workspace.OnChange(options => InvokeAsync(StateHasChanged));
        await base.OnInitializedAsync();
    }

    public override ValueTask DisposeAsync()
    {
        _renamed?.Dispose();
        return base.DisposeAsync();
    }

    protected override async Task ReadAsync()
    {
        foreach (var count in Counts.Where(count => _entries.Any(entry => entry.Route == count.Route)))
            _counts[count.Route] = await count.CountAsync(_person);
    }

    private string? CountOf(NavigationEntry entry) => _counts.GetValueOrDefault(entry.Route) switch
    {
        null or 0 => null,
        > MostShown => $"{MostShown}+",
        var count => count.Value.ToString(CultureInfo.CurrentCulture),
    };
}
