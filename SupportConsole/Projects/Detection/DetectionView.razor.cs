using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Settings;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Settings;
using SupportConsole.Shell;
using SupportConsole.Suggestions;

namespace SupportConsole.Projects.Detection;

/// <summary>Detection of one project, with a preview that follows what is typed.</summary>
public sealed partial class DetectionView : IDisposable
{
    private DetectionInput _input = new(ProjectDetection.None, default);
    private ProjectDetection _read = ProjectDetection.None;
    private ProjectDetection? _previewed;
    private int _revision;
    private DetectionPreview? _preview;
    private CancellationTokenSource _asked = new();
    private bool _canEdit, _moved, _saving, _reading, _faulty;

    [Parameter, EditorRequired]
    public Project Project { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    [Inject]
    private CallDetection Detection { get; set; } = default!;

    [Inject]
    private DetectionPreviewing Previewing { get; set; } = default!;

    [Inject]
    private DetectionEditing Editing { get; set; } = default!;

    [Inject]
    private IOptionsMonitor<DetectionOptions> Options { get; set; } = default!;

    [Inject]
    private CurrentActor Actor { get; set; } = default!;

    [Inject]
    private WorkspaceTime Time { get; set; } = default!;

    [Inject]
    private SuggestionWording Wording { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ProjectWords> Words { get; set; } = default!;

    private bool Changed => !_input.Draft(Time.UtcNow).Read(_read, "", Time.UtcNow).Same(_read) || _input.HasUnreadable;

    protected override async Task OnInitializedAsync()
    {
        Take();
        _canEdit = Authentication is not null && (await Authentication).User.IsInRole(Roles.Admin);
    }

    protected override Task OnParametersSetAsync()
    {
        // A check raises nothing here; somebody else's settings do.
        if (Project.Detection == _read)
            _revision = Project.Revision;
        else if (Changed)
            _moved = true;
        else
            Take();
        return Task.CompletedTask;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_previewed == Project.Detection)
            return;
        _previewed = Project.Detection; // What is in force is half of the preview.
        await PreviewAsync();
    }

    public void Dispose()
    {
        _asked.Cancel();
        _asked.Dispose();
    }

    private void Take()
    {
        (_read, _revision, _moved) = (Project.Detection, Project.Revision, false);
        _input = new DetectionInput(_read, Time.UtcNow);
    }

    private DetectorMute? Held(string detector, string? field) => _read.Muted.FirstOrDefault(mute => (mute.Detector, mute.Field) == (detector, field) && mute.Holds(Time.UtcNow));

    private string Workspace(SettingEntry entry) => DetectionInput.Value(entry, Options.CurrentValue);

    private Task EditAsync(SettingEntry entry, string text)
    {
        _input.Set(entry, text);
        return PreviewAsync();
    }

    private Task ChooseAsync(string detector, string? field, string choice)
    {
        _input.Choose(detector, field, choice);
        return PreviewAsync();
    }

    private Task ResetAsync()
    {
        Take();
        return PreviewAsync();
    }

    /// <summary>Reads the preview of what stands in the form; one that is under way for an older text is given up.</summary>
    private async Task PreviewAsync()
    {
        await _asked.CancelAsync();
        _asked.Dispose();
        _asked = new CancellationTokenSource();
        var (asked, draft) = (_asked.Token, _input.Draft(Time.UtcNow));
        _faulty = draft.Check(Project, [.. Detection.Detectors]).Any;
        if (_faulty)
            return;
        _reading = true;
        try
        {
            var proposed = draft.Read(_read, "", Time.UtcNow);
            _preview = await Task.Run(() => Previewing.ReadAsync(Project.Id, proposed, asked), asked);
            _reading = false;
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // Something newer is asked.
        }
    }

    private async Task SaveAsync()
    {
        var draft = _input.Draft(Time.UtcNow);
        if (_saving || !_canEdit || draft.Check(Project, [.. Detection.Detectors]).Any)
            return;
        _saving = true;
        try
        {
            var (actor, before) = (await Actor.GetAsync(), DetectionDraft.Of(_read));
            // After the notice, saving again is knowing.
            var outcome = await Editing.SaveAsync(Project.Id, _moved ? Project.Revision : _revision, draft, actor);
            _moved = outcome == EditOutcome.Moved;
            if (outcome != EditOutcome.Done)
                return;
            _read = draft.Read(_read, actor.Name, Time.UtcNow);
            Toasts.Show(Words["DetectionSaved"], Tone.Good, () => Editing.SaveAsync(Project.Id, null, before, actor));
        }
        finally
        {
            _saving = false;
        }
    }
}
