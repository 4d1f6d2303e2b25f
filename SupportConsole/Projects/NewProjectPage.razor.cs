using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Shell;

namespace SupportConsole.Projects;

/// <summary>Makes a project, and then shows where its calls are to be sent.</summary>
public sealed partial class NewProjectPage
{
    private readonly ProjectInput _input = new() { Fields = [new()] };
    private FieldErrors _faults = new();
    private bool _taken;
    private bool _saving;

    [Inject]
    private ProjectEditing Editing { get; set; } = default!;

    [Inject]
    private CurrentActor Actor { get; set; } = default!;

    [Inject]
    private NavigationManager Addresses { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ProjectWords> Words { get; set; } = default!;

    private async Task SaveAsync()
    {
        var draft = _input.Draft();
        (_faults, _taken) = (draft.Check(), false);
        if (_faults.Any || _saving)
            return;
        _saving = true;
        try
        {
            if (await Editing.CreateAsync(draft, await Actor.GetAsync()) is not { } project)
            {
                _taken = true;
                return;
            }

            Toasts.Show(Words["ProjectMade", project.Name], Tone.Good);
            await Js.InvokeVoidAsync("supportConsole.forgetDraft", "new-project");
            Addresses.NavigateTo(Links.ProjectSettings(project.ExternalId));
        }
        finally
        {
            _saving = false;
        }
    }
}
