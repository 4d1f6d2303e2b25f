using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Controls;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Shell;

namespace SupportConsole.Projects;

/// <summary>One project: its head, and the side of it that the address names.</summary>
public sealed partial class ProjectPage
{
    private Project? _project;
    private ShortcutScope? _keys;
    private IDisposable? _commands;
    private bool _checking;

    [Parameter]
    public string ExternalId { get; set; } = "";

    [Parameter]
    public string? View { get; set; }

    [Inject]
    private ProjectQueries Queries { get; set; } = default!;

    [Inject]
    private ProjectCheck Checking { get; set; } = default!;

    [Inject]
    private Shortcuts Shortcuts { get; set; } = default!;

    [Inject]
    private CommandRegistry Commands { get; set; } = default!;

    [Inject]
    private NavigationManager Addresses { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ProjectWords> Words { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics { get; } = [LiveTopic.Project];

    protected override object Question => ExternalId;

    private ProjectView Shown => Enum.TryParse<ProjectView>(View, ignoreCase: true, out var view) && Enum.IsDefined(view) ? view : ProjectView.Overview;

    protected override bool Concerns(LiveChange change) => _project is null || change.Id == _project.Id || change.Id == 0;

    protected override async Task OnInitializedAsync()
    {
        _keys = Shortcuts.Scope(this, Words["Project"]);
        await base.OnInitializedAsync();
        if (!IsAdmin)
            return;
        _keys.Add("e", Words["EditInstructions"], _ => Addresses.NavigateTo(Links.ProjectInstructions(ExternalId) + "?edit=true"))
            .Add("c", Words["CheckNow"], _ => CheckAsync());
        _commands = Commands.Add(
            Words["Project"],
            new Command(Words["EditInstructions"]) { Run = () => GoAsync(Links.ProjectInstructions(ExternalId) + "?edit=true"), Keys = "e" },
            new Command(Words["CheckNow"]) { Run = CheckAsync, Keys = "c" });
    }

    protected override async Task<Load> AnswerAsync()
    {
        _project = await Queries.GetAsync(ExternalId, Gone);
        return _project is null ? Load.Empty : Load.Full;
    }

    public override ValueTask DisposeAsync()
    {
        _keys?.Dispose();
        _commands?.Dispose();
        return base.DisposeAsync();
    }

    private IReadOnlyList<PageView> Chips(Project project) =>
    [
        Chip(ProjectView.Overview, Links.Project(project.ExternalId)),
        Chip(ProjectView.Instructions, Links.ProjectInstructions(project.ExternalId)),
        Chip(ProjectView.Calls, Links.ProjectCalls(project.ExternalId)),
        Chip(ProjectView.Detection, Links.ProjectDetection(project.ExternalId)),
        Chip(ProjectView.Settings, Links.ProjectSettings(project.ExternalId)),
    ];

    private PageView Chip(ProjectView view, string href) => new(Words[view.ToString()], href, view == Shown);

    private async Task CheckAsync()
    {
        if (_project is not { Status: ProjectStatus.Active } project || _checking || !IsAdmin)
            return;
        _checking = true;
        try
        {
            var found = await Checking.CheckAsync(project.Id, Gone) ?? 0;
            Toasts.Show(found switch { 0 => Words["FoundNothing"], 1 => Words["FoundOne"], _ => Words["FoundMany", found] }, found == 0 ? Tone.Neutral : Tone.Good);
        }
        finally
        {
            _checking = false;
        }
    }

    private Task GoAsync(string address)
    {
        Addresses.NavigateTo(address);
        return Task.CompletedTask;
    }
}
