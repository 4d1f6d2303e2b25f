using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Shell;

namespace SupportConsole.Projects;

/// <summary>Makes a project, and then shows where its calls are to be sent.</summary>
public sealed partial class NewProjectPage
{
    private readonly ProjectInput _input = new() { Fields = [new()] };
    private FieldErrors _faults = new();
    private string _draft = "";
    private bool _taken;
    private bool _saving;
    private bool _restored;
    private bool _toFault;

    [Inject]
    private ProjectEditing Editing { get; set; } = default!;

    [Inject]
    private ProjectCheck Check { get; set; } = default!;

    [Inject]
    private CurrentActor Actor { get; set; } = default!;

    [Inject]
    private NavigationManager Addresses { get; set; } = default!;

    [Inject]
    private Drafts Drafts { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ProjectWords> Words { get; set; } = default!;

    protected override async Task OnInitializedAsync() => _draft = await Drafts.KeyAsync("new-project");

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_toFault)
        {
            _toFault = false;
            await Js.InvokeVoidAsync("supportConsole.firstFault", "form.new");
        }

        if (!firstRender || await Drafts.ReadFormAsync(_draft) is not { } kept)
            return;
        _input.Restore(kept);
        _restored = true;
        StateHasChanged();
    }

    private Task KeepAsync() => Drafts.KeepFormAsync(_draft, _input.Named());

    private async Task CancelAsync()
    {
        await Drafts.ClearAsync(_draft);
        Addresses.NavigateTo(Links.Projects);
        Toasts.Show(Words["Discarded"], undo: async () =>
        {
            await KeepAsync();
            Addresses.NavigateTo(Links.NewProject);
        });
    }

    private async Task SaveAsync()
    {
        var draft = _input.Draft();
        (_faults, _taken) = (draft.Check(), false);
        _toFault = _faults.Any;
        if (_faults.Any || _saving)
            return;
        _saving = true;
        try
        {
            if (await Editing.CreateAsync(draft, await Actor.GetAsync()) is not { } project)
            {
                _taken = _toFault = true;
                return;
            }

            await Check.TryCheckAsync(project.Id);
            Toasts.Show(Words["ProjectMade", project.Name], Tone.Good);
            await Drafts.ClearAsync(_draft);
            Addresses.NavigateTo(Links.ProjectSettings(project.ExternalId));
        }
        finally
        {
            _saving = false;
        }
    }
}
