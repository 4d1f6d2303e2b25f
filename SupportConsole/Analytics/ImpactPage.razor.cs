using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SupportConsole.Controls;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Domain.Suggestions.Learning;
using SupportConsole.Shell;
using SupportConsole.Suggestions;

namespace SupportConsole.Analytics;

/// <summary>What cards promised and what they brought. Its address says the period, the project and the list.</summary>
public sealed partial class ImpactPage
{
    /// <summary>Projects to choose from in the filter, beside the one in the address.</summary>
    private const int MostProjects = 200;

    private const int PageLength = 25;

    private static readonly LiveTopic[] Shown = [LiveTopic.Suggestion, LiveTopic.Project];

    private ImpactAddress _address = ImpactAddress.Parse(null, null, null, null);
    private ImpactScore? _score;
    private ImpactSlice _points = new([], null);
    private ImpactSlice _page = new([], null);
    private IReadOnlyList<LedgerRow> _ledger = [];
    private IReadOnlyList<ProjectName> _projects = [];
    private IReadOnlyList<PageView> _periods = [];
    private IReadOnlyList<PageView> _lists = [];

    [SupplyParameterFromQuery(Name = "days")]
    private string? DaysName { get; set; }

    [SupplyParameterFromQuery(Name = "project")]
    private string? ProjectName { get; set; }

    [SupplyParameterFromQuery(Name = "list")]
    private string? ListName { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private string? After { get; set; }

    [Inject]
    private ImpactQueries Impact { get; set; } = default!;

    [Inject]
    private ImpactLists Lists { get; set; } = default!;

    [Inject]
    private LedgerQueries Ledger { get; set; } = default!;

    [Inject]
    private ProjectDirectory Directory { get; set; } = default!;

    [Inject]
    private SharedReadings Shared { get; set; } = default!;

    [Inject]
    private WorkspaceTime Time { get; set; } = default!;

    [Inject]
    private NavigationManager Addresses { get; set; } = default!;

    [Inject]
    private IOptionsMonitor<ImpactOptions> Options { get; set; } = default!;

    [Inject]
    private IStringLocalizer<AnalyticsWords> Words { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics => Shown;

    protected override object Question => ImpactAddress.Parse(DaysName, ProjectName, ListName, After);

    protected override async Task<Load> AnswerAsync()
    {
        var address = (ImpactAddress)Question;
        var names = await Shared.GetAsync("project names", [LiveTopic.Project], () => Directory.NamesAsync(MostProjects));
        _projects = await Directory.WithAsync(names, address.Project, Gone);

        // A project that is not there has no cards; 0 is nobody's id.
        var project = address.Project is null ? (long?)null : (await Directory.FindAsync(address.Project, null, Gone)).Id ?? 0;
        var filter = new ImpactFilter(address.Days is { } days ? Time.Utc(Time.Today.AddDays(-days)) : null, project);
        _score = await Shared.GetAsync(("impact score", filter), Shown, () => Impact.ScoreAsync(filter));
        _points = await Shared.GetAsync(("impact points", filter), Shown, () => Lists.ListAsync(ImpactList.Judged, filter, take: ImpactLists.MaxPage));
        _page = await Lists.ListAsync(address.List, filter, address.After, PageLength, Gone);
        _ledger = await Shared.GetAsync("ledger", Shown, () => Ledger.ListAsync());
        var counts = new Dictionary<ImpactList, int>();
        foreach (var list in Enum.GetValues<ImpactList>())
            counts[list] = await Shared.GetAsync(("impact count", list, filter), Shown, () => Lists.CountAsync(list, filter));
        _address = address;
        _periods = [.. ImpactAddress.Periods.Select(period => new PageView(
            period is null ? Words["AllTime"] : Words["Days", period], (address with { Days = period, After = null }).Href, period == address.Days))];
        _lists = [.. Enum.GetValues<ImpactList>().Select(list => new PageView(
            Words[$"List.{list}"], (address with { List = list, After = null }).Href, list == address.List, counts[list]))];
        return address.Project is null && _score is { Made: 0, Judged: 0, Accepted: 0, Rejected: 0 } && counts.Values.All(count => count == 0) && address.Days is null
            ? Load.Empty
            : Load.Full;
    }

    private void Narrow(ChangeEventArgs chosen) =>
        Addresses.NavigateTo((_address with { Project = chosen.Value as string is { Length: > 0 } project ? project : null, After = null }).Href);
}
