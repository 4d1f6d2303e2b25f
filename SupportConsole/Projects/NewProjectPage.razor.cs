using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
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
    private bool _restored;

    [Inject]
    private ProjectEditing Editing { get; set; } = default!;

    [Inject]
    private CurrentActor Actor { get; set; } = default!;

    [Inject]
    private NavigationManager Addresses { get; set; } = default!;

    [Inject]
    private Drafts Drafts { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ProjectWords> Words { get; set; } = default!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _input.Name = await Drafts.ReadAsync(ProjectInput.DraftKey("name"));
        _input.ExternalId = await Drafts.ReadAsync(ProjectInput.DraftKey("id"));
        _input.Industry = await Drafts.ReadAsync(ProjectInput.DraftKey("industry"));
        _input.Instructions = await Drafts.ReadAsync(ProjectInput.DraftKey("instructions"));
        if ((_input.Name + _input.ExternalId + _input.Industry + _input.Instructions).Length == 0)
            return;
        _restored = true;
        StateHasChanged();
    }

    private async Task LeaveAsync()
    {
        await ForgetAsync();
        Addresses.NavigateTo(Links.Projects);
    }

    private async Task ForgetAsync()
    {
        foreach (var field in new[] { "name", "id", "industry", "instructions" })
            await Drafts.ClearAsync(ProjectInput.DraftKey(field));
    }

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
            await ForgetAsync();
            Addresses.NavigateTo(Links.ProjectSettings(project.ExternalId));
        }
        finally
        {
            _saving = false;
        }
    }
}
