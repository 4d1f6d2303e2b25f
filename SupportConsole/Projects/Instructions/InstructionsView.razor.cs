using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Controls;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Projects.Instructions;

/// <summary>The instructions: in force or as they were, being edited, or two versions compared; and every version there was.</summary>
public sealed partial class InstructionsView
{
    private const int PageLength = 20;

    /// <summary>Versions to choose from when comparing; the two that are compared are always among them.</summary>
    private const int MostChoices = 200;

    private IReadOnlyList<VersionRow> _rows = [];
    private IReadOnlyList<VersionRow> _choices = [];
    private IReadOnlyDictionary<int, (int Calls, int Completed)> _calls = new Dictionary<int, (int, int)>();
    private (InstructionVersion From, InstructionVersion To)? _compared;
    private InstructionVersion? _shown;
    private InstructionVersion? _current;
    private VersionRow? _shownRow;
    private VersionRow? _currentRow;
    private bool _more;

    [Parameter, EditorRequired]
    public Project Project { get; set; } = default!;

    /// <summary>The version shown, or started from when editing; the one in force when not given.</summary>
    [SupplyParameterFromQuery]
    public int? Version { get; set; }

    [SupplyParameterFromQuery]
    public bool Edit { get; set; }

    [SupplyParameterFromQuery]
    public int? From { get; set; }

    [SupplyParameterFromQuery]
    public int? To { get; set; }

    /// <summary>Where the page of versions starts.</summary>
    [SupplyParameterFromQuery]
    public int? Before { get; set; }

    [Inject]
    private VersionQueries Queries { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ProjectWords> Words { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics { get; } = [LiveTopic.Call];

    protected override TimeSpan Pause => TimeSpan.FromSeconds(2);

    protected override object Question => (Project.Id, Project.Revision, Version, From, To, Before);

    private string Address => Links.ProjectInstructions(Project.ExternalId);

    private string Asked => string.Join(", ", new[] { Version, From, To }.Where(number => number is not null));

    // Calls change only the numbers beside the versions.
    protected override bool Concerns(LiveChange change) => change.Id == Project.Id || change.Id == 0;

    protected override async Task<Load> AnswerAsync()
    {
        var rows = await Queries.ListAsync(Project.Id, Before, PageLength, Gone);
        (_rows, _more) = ([.. rows.Take(PageLength)], rows.Count > PageLength);
        _calls = await Queries.CallsAsync(Project.Id, [.. _rows.Select(row => row.Number)], Gone);
        _current = await Queries.GetAsync(Project.Id, Project.CurrentVersion, Gone);
        _currentRow = await Queries.RowAsync(Project.Id, Project.CurrentVersion, Gone);
        return From is not null || To is not null ? await CompareAsync() : await ShowAsync();
    }

    private async Task<Load> ShowAsync()
    {
        _compared = null;
        var number = Version ?? Project.CurrentVersion;
        _shown = number == Project.CurrentVersion ? _current : await Queries.GetAsync(Project.Id, number, Gone);
        _shownRow = number == Project.CurrentVersion ? _currentRow : await Queries.RowAsync(Project.Id, number, Gone);
        return _shown is null || _shownRow is null || _current is null ? Load.Empty : Load.Full;
    }

    private async Task<Load> CompareAsync()
    {
        var to = To ?? Project.CurrentVersion;
        var from = From ?? Math.Max(1, to - 1);
        var (before, after) = (await Queries.GetAsync(Project.Id, from, Gone), await Queries.GetAsync(Project.Id, to, Gone));
        if (before is null || after is null)
            return Load.Empty;
        _compared = (before, after);
        var newest = (await Queries.ListAsync(Project.Id, null, MostChoices, Gone)).Take(MostChoices).ToList();
        foreach (var number in new[] { from, to }.Where(number => newest.TrueForAll(row => row.Number != number)))
            newest.Add((await Queries.RowAsync(Project.Id, number, Gone))!);
        _choices = newest;
        return Load.Full;
    }
}
