using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Shell;

namespace SupportConsole.Projects.Settings;

/// <summary>What a project is called and captures, whether it runs, and how its calls come in.</summary>
public sealed partial class SettingsView
{
    private ProjectInput _input = new();
    private FieldErrors _faults = new();
    private Project _read = default!;
    private bool _canEdit;
    private bool _moved;
    private bool _saved;
    private bool _saving;
    private bool _restored;
    private string _draft = "";

    [Parameter, EditorRequired]
    public Project Project { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    [Inject]
    private ProjectEditing Editing { get; set; } = default!;

    [Inject]
    private CurrentActor Actor { get; set; } = default!;

    [Inject]
    private WorkspaceTime Time { get; set; } = default!;

    [Inject]
    private Drafts Drafts { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ProjectWords> Words { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Reset();
        _draft = await Drafts.KeyAsync(FormattableString.Invariant($"project/{Project.Id}"));
        _canEdit = Authentication is not null && (await Authentication).User.IsInRole(Roles.Admin);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || await Drafts.ReadFormAsync(_draft) is not { } kept)
            return;
        _moved = kept.GetValueOrDefault("base") != ProjectInput.Of(_read).Digest();
        _restored = true;
        _input.Restore(kept);
        StateHasChanged();
    }

    protected override void OnParametersSet()
    {
        // What was saved here comes back as the project's own.
        if (Project.Id != _read.Id || (_saved && Project.Revision > _read.Revision))
        {
            Reset();
            return;
        }

        // New instructions or a check raise the revision too and are no business of this form.
        if (Same(Project, _read))
            _read = Project;
        else if (Same(_read, _input))
            Reset();
        else
            _moved = true;
    }

    private void Reset()
    {
        (_input, _faults, _read) = (ProjectInput.Of(Project), new(), Project);
        (_moved, _saved, _restored) = (false, false, false);
    }

    private Task KeepAsync(ProjectInput input) => Drafts.KeepFormAsync(_draft, input.Named().Append(("base", ProjectInput.Of(_read).Digest())));

    private async Task DiscardAsync()
    {
        var typed = _input;
        Reset();
        await Drafts.ClearAsync(_draft);
        Toasts.Show(Words["Discarded"], undo: () => InvokeAsync(async () =>
        {
            _input = typed;
            await KeepAsync(typed);
            StateHasChanged();
        }));
    }

    private async Task SaveAsync()
    {
        var draft = _input.Draft() with { ExternalId = null };
        _faults = draft.Check();
        if (_faults.Any || _saving)
            return;
        _saving = true;
        try
        {
            // After the notice, saving again is knowing.
            var revision = _moved ? Project.Revision : _read.Revision;
            var outcome = await Editing.SaveSettingsAsync(Project.Id, revision, draft, await Actor.GetAsync());
            (_moved, _saved) = (outcome == EditOutcome.Moved, outcome == EditOutcome.Done);
            if (!_saved)
                return;
            Toasts.Show(Words["Saved"], Tone.Good);
            await Drafts.ClearAsync(_draft);
            OnParametersSet();
        }
        finally
        {
            _saving = false;
        }
    }

    private async Task MoveAsync(ProjectStatus status)
    {
        var (before, actor) = (Project.Status, await Actor.GetAsync());
        if (await Editing.MoveAsync(Project.Id, status, actor) == EditOutcome.Done)
            Toasts.Show(Words[$"Moved.{status}", Project.Name], Tone.Good, () => Editing.MoveAsync(Project.Id, before, actor));
    }

    private static string Act(ProjectStatus status) => $"Act.{status}";

    private static bool Same(Project a, Project b) =>
        (a.Name, a.Industry, a.Language) == (b.Name, b.Industry, b.Language) && a.CaptureFields.SequenceEqual(b.CaptureFields);

    private static bool Same(Project project, ProjectInput input) =>
        (project.Name, project.Industry, project.Language) == (input.Name, input.Industry, input.Language)
        && project.CaptureFields.SequenceEqual(input.Fields.Select(field => field.ToField()));
}
