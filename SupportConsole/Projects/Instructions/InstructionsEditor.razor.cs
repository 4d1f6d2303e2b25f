using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Shell;

namespace SupportConsole.Projects.Instructions;

/// <summary>
/// Writes the next version. When somebody else saves one meanwhile, what was typed stays and the person sees what they
/// changed: nothing is overwritten unseen, and nothing typed is lost.
/// </summary>
public sealed partial class InstructionsEditor
{
    /// <summary>Versions that may have been saved since a draft was left behind and still find it.</summary>
    private const int DraftsBack = 5;

    private InstructionVersion _start = default!;
    private InstructionVersion _base = default!;
    private FieldErrors _faults = new();
    private string _text = "";
    private string _why = "";
    private string _drafts = "";
    private bool _whyMissing;
    private bool _unchanged;
    private bool _saving;
    private bool _restored;

    [Parameter, EditorRequired]
    public Project Project { get; set; } = default!;

    /// <summary>The version whose text is edited: read once.</summary>
    [Parameter, EditorRequired]
    public InstructionVersion Start { get; set; } = default!;

    /// <summary>The version in force now: it may move on while the person types.</summary>
    [Parameter, EditorRequired]
    public InstructionVersion Current { get; set; } = default!;

    [Parameter]
    public VersionRow? CurrentRow { get; set; }

    [Inject]
    private ProjectEditing Editing { get; set; } = default!;

    [Inject]
    private VersionQueries Versions { get; set; } = default!;

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

    private string DraftKey => Key(_base.Number);

    private bool Moved => Current.Number != _base.Number;

    private string? Combined => InstructionMerge.Combine(_base.Text, Text, Current.Text);

    /// <summary>A browser hands every line break back as a line feed; what was written with others keeps them.</summary>
    private string Text => _text != _start.Text && _start.Text.Contains("\r\n", StringComparison.Ordinal) ? _text.ReplaceLineEndings("\r\n") : _text;

    private string WhyKey => $"{_drafts}/why";

    protected override async Task OnInitializedAsync()
    {
        (_start, _base) = (Start, Current);
        _text = Start.Text;
        if (Start.Number != Current.Number)
            _why = Words["WhyBackTo", Start.Number];
        _drafts = await Drafts.KeyAsync(FormattableString.Invariant($"instructions/{Project.Id}"));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        if (await Drafts.ReadAsync(WhyKey) is { Length: > 0 } why)
        {
            (_why, _restored) = (why, true);
            StateHasChanged();
        }

        // What was typed may have been written over an older version: it comes back as a change of that one.
        for (var number = Current.Number; number >= Math.Max(1, Current.Number - DraftsBack); number--)
        {
            if (await Drafts.ReadAsync(Key(number)) is { Length: > 0 } kept && await Versions.GetAsync(Project.Id, number) is { } over)
            {
                (_text, _base, _restored) = (kept, over, true);
                StateHasChanged();
                return;
            }
        }
    }

    private string Key(int version) => FormattableString.Invariant($"{_drafts}/{version}");

    private void Typed(ChangeEventArgs typed)
    {
        _text = (string?)typed.Value ?? "";
        _unchanged = false;
        Check();
    }

    private void Check()
    {
        _faults = new FieldErrors();
        ProjectDraft.CheckNextInstructions(Text, _faults);
    }

    private void Combine() => (_text, _base) = (Combined ?? _text, Current);

    private void KeepMine() => _base = Current;

    private async Task TakeTheirsAsync()
    {
        var (mine, over, key) = (_text, _base, DraftKey);
        (_text, _base) = (Current.Text, Current);
        await Drafts.ClearAsync(key);
        Toasts.Show(Words["Discarded"], undo: () => InvokeAsync(async () =>
        {
            (_text, _base) = (mine, over);
            await Drafts.KeepAsync(key, mine);
            StateHasChanged();
        }));
    }

    private async Task DiscardAsync()
    {
        var (text, why, key, address) = (_text, _why, DraftKey, Addresses.Uri);
        await LeaveAsync();
        if (text == _start.Text)
            return;
        Toasts.Show(Words["Discarded"], undo: async () =>
        {
            await Drafts.KeepAsync(key, text);
            await Drafts.KeepAsync(WhyKey, why);
            Addresses.NavigateTo(address);
        });
    }

    private async Task SaveAsync()
    {
        Check();
        _whyMissing = string.IsNullOrWhiteSpace(_why);
        if (_faults.Any || _whyMissing || _saving)
            return;
        _saving = true;
        try
        {
            var (before, text) = (Current, Text);
            switch (await Editing.SaveInstructionsAsync(Project.Id, _base.Number, text, _why, await Actor.GetAsync()))
            {
                case EditOutcome.Done:
                    Toasts.Show(Words["VersionSaved", before.Number + 1], Tone.Good, () => TakeBackAsync(before));
                    await LeaveAsync();
                    break;
                case EditOutcome.NoChange:
                    _unchanged = true;
                    break;
                default:
                    // Moved, a moment before the page heard of it: the notice follows from what is in force now.
                    Current = await Versions.NewestAsync(Project.Id) ?? Current;
                    CurrentRow = await Versions.RowAsync(Project.Id, Current.Number);
                    break;
            }
        }
        finally
        {
            _saving = false;
        }
    }

    private async Task TakeBackAsync(InstructionVersion before)
    {
        var why = Words["WhyBackTo", before.Number];
        var outcome = await Editing.SaveInstructionsAsync(Project.Id, before.Number + 1, before.Text, why, await Actor.GetAsync());
        Toasts.Show(outcome == EditOutcome.Done ? Words["VersionTakenBack", before.Number] : Words["NotTakenBack"], outcome == EditOutcome.Done ? Tone.Good : Tone.Warning);
    }

    private async Task LeaveAsync()
    {
        for (var number = Current.Number; number >= Math.Max(1, Current.Number - DraftsBack); number--)
            await Drafts.ClearAsync(Key(number));
        await Drafts.ClearAsync(WhyKey);
        Addresses.NavigateTo(Links.ProjectInstructions(Project.ExternalId));
    }
}
