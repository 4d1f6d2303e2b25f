using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Suggestions.Catalogue;
using SupportConsole.Shell;
using SupportConsole.Suggestions;

namespace SupportConsole.Settings.Catalogue;

/// <summary>
/// Writes an entry. When somebody else saves it meanwhile, what was typed stays and the person sees what they wrote: nothing is
/// overwritten unseen, and nothing typed is lost.
/// </summary>
public sealed partial class CatalogueForm
{
    private CatalogueInput _input = new();
    private FieldErrors _faults = new();
    private CatalogueRow _start = default!;
    private CatalogueEntry? _typed;
    private string _draft = "";
    private bool _tried;
    private bool _moved;
    private bool _saved;
    private bool _saving;
    private bool _restored;
    private bool _toFault;

    /// <summary>The entry as it is now: it may move on while the person types.</summary>
    [Parameter, EditorRequired]
    public CatalogueRow Row { get; set; } = default!;

    [Parameter]
    public bool IsNew { get; set; }

    [Parameter]
    public bool CanEdit { get; set; }

    /// <summary>It stands otherwise now than <see cref="Row"/> says.</summary>
    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    private ChangeCatalogue Catalogue { get; set; } = default!;

    [Inject]
    private CatalogueEditing Editing { get; set; } = default!;

    [Inject]
    private CatalogueWording Wording { get; set; } = default!;

    [Inject]
    private SuggestionWording Cards { get; set; } = default!;

    [Inject]
    private CurrentActor Actor { get; set; } = default!;

    [Inject]
    private NavigationManager Addresses { get; set; } = default!;

    [Inject]
    private Drafts Drafts { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    [Inject]
    private IStringLocalizer<CatalogueWords> Words { get; set; } = default!;

    private CatalogueEntry Shipped => Catalogue.Shipped(Row.Key.Cause)!;

    private IReadOnlyList<string> Offered => Shipped.Include ?? [];

    private string? ShareFault => Wording.Fault(_faults, "recovered.share", Words["Share"]) ?? Wording.Fault(_faults, "recovered", Words["Share"]);

    private string? CallsFault => Wording.Fault(_faults, "recovered.calls", Words["Calls"]);

    protected override async Task OnInitializedAsync()
    {
        Reset();
        _draft = await Drafts.KeyAsync($"catalogue/{Row.Key}");
    }

    protected override void OnParametersSet()
    {
        // While it is being saved, another revision may well be this one.
        if (Row.Revision == _start.Revision || _saving)
            return;

        // What was saved here comes back as the entry's own.
        if (_saved || IsUntouched)
            Reset();
        else
            _moved = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_toFault)
        {
            _toFault = false;
            await Js.InvokeVoidAsync("supportConsole.firstFault", "form.entry-form");
        }

        if (!firstRender || !CanEdit || await Drafts.ReadFormAsync(_draft) is not { } kept)
            return;
        _input = CatalogueInput.Kept(kept, Offered);
        _moved = kept.GetValueOrDefault("base") != FormattableString.Invariant($"{_start.Revision}");
        _restored = true;
        Read();
        StateHasChanged();
    }

    private bool IsUntouched => _input.Named(Offered).SequenceEqual(CatalogueInput.Of(_start.Entry).Named(Offered));

    private void Reset()
    {
        (_input, _faults, _start) = (CatalogueInput.Of(Row.Entry), new(), Row);
        (_moved, _saved, _restored, _tried) = (false, false, false, false);
        Read();
    }

    /// <summary>Reads what stands in the form: as the entry that it would be, for the preview, and its faults once saving was tried.</summary>
    private void Read()
    {
        var draft = _input.Draft();
        var faults = draft.Check(Shipped);
        _typed = faults.Any ? null : draft.ToEntry(_start.Entry);
        if (_tried)
            _faults = faults;
    }

    private static string Text(ChangeEventArgs typed) => (string?)typed.Value ?? "";

    private void Typed() => Read();

    private void Set(Action set)
    {
        set();
        Read();
    }

    private Task KeepAsync(CatalogueInput input) =>
        Drafts.KeepFormAsync(_draft, input.Named(Offered).Append(("base", FormattableString.Invariant($"{_start.Revision}"))));

    private void Include(string cause, bool on)
    {
        _input.Include.Remove(cause);
        if (on)
            _input.Include.Add(cause);
        _input.Include.Sort((one, other) => IndexOf(one).CompareTo(IndexOf(other)));
        Read();
    }

    private int IndexOf(string cause) => Offered.ToList().IndexOf(cause);

    private Task AddAsync()
    {
        _input.Changes.Add(new());
        Read();
        return KeepAsync(_input);
    }

    private Task RemoveAsync(ChangeInput change)
    {
        _input.Changes.Remove(change);
        Read();
        return KeepAsync(_input);
    }

    // They have been told; saving now is knowingly over the other's text.
    private async Task KeepMineAsync()
    {
        (_start, _moved) = (Row, false);
        await KeepAsync(_input);
    }

    private async Task DiscardAsync()
    {
        var (typed, start, moved) = (_input, _start, _moved);
        Reset();
        await Drafts.ClearAsync(_draft);
        Toasts.Show(Words["Discarded"], undo: () => InvokeAsync(async () =>
        {
            (_input, _start, _moved) = (typed, start, moved);
            Read();
            await KeepAsync(typed);
            StateHasChanged();
        }));
    }

    private async Task SaveAsync()
    {
        _tried = true;
        Read();
        _toFault = _faults.Any;
        if (!_faults.Any)
            await WriteAsync(_input.Draft());
    }

    private Task TakeBackAsync() => WriteAsync(null);

    private async Task WriteAsync(CatalogueDraft? draft)
    {
        if (_saving)
            return;
        _saving = true;
        try
        {
            var (key, name) = (Row.Key, Wording.Name(Row));
            var saved = await Editing.SaveAsync(key, draft, _start.Revision, await Actor.GetAsync());
            switch (saved.Outcome)
            {
                case CatalogueOutcome.Done:
                    _saved = true;
                    await Drafts.ClearAsync(_draft);
                    Toasts.Show(Words[draft is null ? key.IsOwn ? "Deleted" : "Restored" : "Saved", name], Tone.Good, () => UndoAsync(key, saved));
                    break;
                case CatalogueOutcome.NoChange:
                    await Drafts.ClearAsync(_draft);
                    Toasts.Show(Words["NothingChanged"]);
                    break;
                case CatalogueOutcome.Refused:
                    (_faults, _toFault) = (saved.Errors, true);
                    return;
                default:
                    break; // Somebody was first: the notice follows from what stands there now.
            }

            _saving = false;
            if (draft is null && key.IsOwn && saved.Outcome == CatalogueOutcome.Done)
                Addresses.NavigateTo(Links.SettingsCatalogue);
            else
                await OnSaved.InvokeAsync();
        }
        finally
        {
            _saving = false;
        }
    }

    // The toast may outlive this page: it says what came of it and leaves the drawing to whoever is there.
    private async Task UndoAsync(CatalogueKey key, CatalogueSaved saved)
    {
        var undone = await Editing.SaveAsync(key, saved.Before, saved.Revision, await Actor.GetAsync());
        var done = undone.Outcome == CatalogueOutcome.Done;
        Toasts.Show(Words[done ? "Undone" : "NotUndone"], done ? Tone.Good : Tone.Warning);
    }
}
