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
using MissingData = SupportConsole.Domain.Detection.Detectors.MissingData;

namespace SupportConsole.Projects.Detection;

/// <summary>Detection of one project, with a preview that follows what is typed.</summary>
public sealed partial class DetectionView : IDisposable
{
    /// <summary>How long nothing is typed before it is tried.</summary>
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(300);

    private DetectionInput _input = new(ProjectDetection.None, default);
    private ProjectDetection _read = ProjectDetection.None;
    private ProjectDetection? _previewed;
    private int _revision;
    private DetectionPreview? _preview;
    private CancellationTokenSource _asked = new();
    private bool _canEdit, _moved, _saving, _reading, _faulty, _tried, _restored;
    private string _draft = "";
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>();

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
    private Drafts Drafts { get; set; } = default!;

    [Inject]
    private PersonNames Names { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private WorkspaceTime Time { get; set; } = default!;

    [Inject]
    private SuggestionWording Wording { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ProjectWords> Words { get; set; } = default!;

    private DetectionDraft Draft => _input.Draft(Time);

    // A mute that is over is nobody's change, whether it went before the form was read or since.
    private bool Changed => _input.HasUnreadable || !Draft.Read(_read, "", Time.UtcNow).InForce(Time.UtcNow).Same(_read.InForce(Time.UtcNow));

    protected override async Task OnInitializedAsync()
    {
        Take();
        _draft = await Drafts.KeyAsync(FormattableString.Invariant($"detection/{Project.Id}"));
        _canEdit = Authentication is not null && (await Authentication).User.IsInRole(Roles.Admin);
    }

    protected override async Task OnParametersSetAsync()
    {
        // A check raises nothing here; somebody else's settings do.
        if (Project.Detection == _read)
            _revision = Project.Revision;
        else if (Changed)
            _moved = true;
        else
            Take();
        _names = await Names.OfAsync(Project.Detection.Muted.Select(mute => mute.By));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && _canEdit && await Drafts.ReadFormAsync(_draft) is { } kept)
        {
            _input.Restore(kept, Detection.Detectors.SelectMany(detector => FieldsOf(detector).Select(field => (detector, (string?)field.Key)).Prepend((detector, null))));
            _restored = Changed;
            _moved = _restored && kept.GetValueOrDefault("base") != DetectionInput.BaseOf(_read);
            StateHasChanged();
        }
        else if (_previewed == Project.Detection)
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
        (_read, _revision, _moved, _tried, _restored) = (Project.Detection, Project.Revision, false, false, false);
        _input = new DetectionInput(_read, Time.UtcNow);
    }

    private DetectorMute? Held(string detector, string? field) => _read.InForce(Time.UtcNow).Muted.FirstOrDefault(mute => (mute.Detector, mute.Field) == (detector, field));

    private string? WhoMuted(string detector, string? field) => Held(detector, field) is { } mute ? _names.GetValueOrDefault(mute.By) : null;

    /// <summary>The fields for which a detector has a choice of its own: those that it may find lacking, and each for which it is muted.</summary>
    private IEnumerable<(string Key, string Label, bool IsGone)> FieldsOf(string detector) =>
        (detector == MissingData.DetectorName ? Project.RequiredFields().Select(field => field.Key) : [])
        .Union(_read.InForce(Time.UtcNow).Muted.Where(mute => mute.Detector == detector).Select(mute => mute.Field).OfType<string>())
        .Select(key => Project.CaptureFields.Find(field => field.Key == key) is { } field ? (key, field.Label, false) : (key, key, true));

    private string Workspace(SettingEntry entry) => DetectionInput.Value(entry, Options.CurrentValue);

    private Task EditAsync(SettingEntry entry, string text)
    {
        _input.Set(entry, text);
        return PreviewAsync(TypingPause);
    }

    private Task ChooseAsync(string detector, string? field, string choice)
    {
        _input.Choose(detector, field, choice);
        return PreviewAsync();
    }

    private async Task ResetAsync()
    {
        Take();
        await Drafts.ClearAsync(_draft);
        await PreviewAsync();
    }

    /// <summary>Reads the preview of what stands in the form; one that waits or is under way for an older text is given up.</summary>
    private async Task PreviewAsync(TimeSpan pause = default)
    {
        var (asked, draft) = (Ask(), Draft);
        _faulty = draft.Check(Project, [.. Detection.Detectors]).Any;
        _reading = !_faulty;
        StateHasChanged();
        if (_faulty)
            return;
        try
        {
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, Clock, asked);
            var proposed = draft.Read(_read, "", Time.UtcNow);
            var preview = await Task.Run(() => Previewing.ReadAsync(Project.Id, proposed, asked), asked);
            if (asked.IsCancellationRequested)
                return; // It was done a moment before something newer was asked.
            (_preview, _reading) = (preview, false);
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // Something newer is asked.
        }
    }

    /// <summary>Gives up what is asked, in one step: of two questions at a time only the later one lives.</summary>
    private CancellationToken Ask()
    {
        _asked.Cancel();
        _asked.Dispose();
        _asked = new CancellationTokenSource();
        return _asked.Token;
    }

    private async Task SaveAsync()
    {
        var draft = Draft;
        _tried = true;
        if (_saving || !_canEdit || draft.Check(Project, [.. Detection.Detectors]).Any)
            return;
        _saving = true;
        try
        {
            // After the notice, saving again is knowing.
            var (before, revision) = _moved ? (Project.Detection, Project.Revision) : (_read, _revision);
            var actor = await Actor.GetAsync();
            var outcome = await Editing.SaveAsync(Project.Id, revision, draft, actor);
            _moved = outcome == EditOutcome.Moved;
            if (outcome != EditOutcome.Done)
                return;
            _tried = _restored = false;
            await Drafts.ClearAsync(_draft);
            _read = draft.Read(before, actor.Name, Time.UtcNow);
            Toasts.Show(Words["DetectionSaved"], Tone.Good, () => UndoAsync(revision + 1, DetectionDraft.Of(before)));
        }
        finally
        {
            _saving = false;
        }
    }

    // The toast may outlive this page: it says what came of it and leaves the drawing to whoever is there.
    private async Task UndoAsync(int revision, DetectionDraft before)
    {
        var undone = await Editing.SaveAsync(Project.Id, revision, before, await Actor.GetAsync()) != EditOutcome.Moved;
        Toasts.Show(Words[undone ? "DetectionUndone" : "DetectionNotUndone"], undone ? Tone.Good : Tone.Warning);
    }
}
