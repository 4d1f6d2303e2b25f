using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Settings;
using SupportConsole.Live;
using SupportConsole.Shell;

namespace SupportConsole.Settings;

/// <summary>The settings of some sections. What is typed is saved together, since some values are allowed only together.</summary>
public sealed partial class SettingsForm : LiveComponent
{
    private readonly Dictionary<string, SettingEdit> _edits = [];
    private readonly Dictionary<string, SettingRow> _rows = [];
    private IReadOnlyList<SettingState> _states = [];
    private IReadOnlyList<SettingFault> _faults = [];
    private SettingFault? _focus;
    private Load _load = Load.Loading;
    private bool _saving;
    private string _draft = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<string> Sections { get; set; } = [];

    [Inject]
    private SettingQueries Queries { get; set; } = default!;

    [Inject]
    private SettingsEditing Editing { get; set; } = default!;

    [Inject]
    private SettingText Texts { get; set; } = default!;

    [Inject]
    private CurrentActor Who { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private Drafts Drafts { get; set; } = default!;

    [Inject]
    private NavigationManager Addresses { get; set; } = default!;

    [Inject]
    private ILogger<SettingsForm> Log { get; set; } = default!;

    [Inject]
    private IStringLocalizer<SettingWords> Words { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics => [LiveTopic.Setting];

    protected override async Task OnInitializedAsync()
    {
        _draft = await Drafts.KeyAsync($"settings/{string.Join('+', Sections)}");
        await base.OnInitializedAsync();
    }

    protected override async Task ReadAsync()
    {
        try
        {
            _states = [.. (await Queries.ListAsync(Gone)).Where(state => Sections.Contains(state.Entry.Section))];
            _load = Load.Full;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.LogError(fault, "The settings could not be read");
            _load = Load.Failed;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await RestoreAsync();
        if (_focus is null)
            return;
        var row = _rows[_focus.Entry.Key];
        _focus = null;
        await row.FocusAsync();
    }

    private async Task RetryAsync()
    {
        _load = Load.Loading;
        await ReadAsync();
    }

    private SettingFault? FaultOf(string key) => _faults.FirstOrDefault(fault => fault.Entry.Key == key);

    private void Edit(SettingState state, string? text)
    {
        var key = state.Entry.Key;
        if (text is null || text == SettingText.Field(state.Entry, state.Value))
            _edits.Remove(key);
        else
            _edits[key] = new(text, _edits.GetValueOrDefault(key)?.Was ?? state.Stored);
        _faults = [.. _faults.Where(fault => fault.Entry.Key != key)];
    }

    /// <summary>What was typed and left unsaved comes back, with what stood there then: another's change since shows.</summary>
    private async Task RestoreAsync()
    {
        if (await Drafts.ReadFormAsync(_draft) is not { } kept)
            return;
        foreach (var state in _states)
        {
            var (entry, stands) = (state.Entry, SettingText.Field(state.Entry, state.Value));
            if (kept.TryGetValue(entry.Key, out var text) && text != stands)
                _edits[entry.Key] = new(text, kept.GetValueOrDefault($"{entry.Key}~was") is { } was && was != stands ? SettingText.Typed(entry, was) : state.Stored);
        }

        StateHasChanged();
    }

    private Task KeepAsync() => _edits.Count == 0 ? Drafts.ClearAsync(_draft) : Drafts.KeepFormAsync(_draft, _states
        .Where(state => _edits.ContainsKey(state.Entry.Key))
        .SelectMany(state => new[] { (state.Entry.Key, _edits[state.Entry.Key].Text), ($"{state.Entry.Key}~was", SettingText.Field(state.Entry, state.Value)) }));

    private void Leave(LocationChangingContext leaving)
    {
        var here = new Uri(Addresses.Uri).AbsolutePath;
        if (_edits.Count > 0 && Addresses.ToAbsoluteUri(leaving.TargetLocation).AbsolutePath != here)
            Toasts.Show(Words["KeptUnsaved", _edits.Count], Tone.Warning);
    }

    private async Task DiscardAsync()
    {
        var typed = _edits.ToList();
        _edits.Clear();
        _faults = [];
        await KeepAsync();
        Toasts.Show(Words["Discarded"], undo: () => InvokeAsync(async () =>
        {
            foreach (var (key, edit) in typed)
                _edits[key] = edit;
            await KeepAsync();
            StateHasChanged();
        }));
    }

    private Task SaveAsync() => SaveAsync([.. _states
        .Where(state => _edits.ContainsKey(state.Entry.Key))
        .Select(state => (Edit: _edits[state.Entry.Key], state.Entry))
        .Select(row => new SettingChange(row.Entry.Key, SettingText.Typed(row.Entry, row.Edit.Text), row.Edit.Was))]);

    private Task ResetAsync(SettingState state) => SaveAsync([new SettingChange(state.Entry.Key, null, state.Stored)]);

    private async Task SaveAsync(IReadOnlyList<SettingChange> changes)
    {
        if (changes.Count == 0 || _saving)
            return;
        _saving = true;
        var before = _states.ToDictionary(state => state.Entry.Key);
        var saved = await Editing.SaveAsync(changes, await Who.GetAsync(), Gone);
        _saving = false;
        await ReadAsync();
        _faults = saved.Faults;
        switch (saved.Outcome)
        {
            case SettingsOutcome.Refused:
                _focus = saved.Faults[0];
                Toasts.Show(Words["Refused", Texts.Fault(saved.Faults[0])], Tone.Bad);
                break;
            case SettingsOutcome.Moved:
                Toasts.Show(Words["MovedToast"], Tone.Warning);
                Rebase(changes);
                break;
            default:
                foreach (var change in changes)
                    _edits.Remove(change.Key);
                if (saved.Outcome == SettingsOutcome.Done)
                    Toasts.Show(Said(saved, before), Tone.Good, () => UndoAsync(saved.Undo));
                else
                    Toasts.Show(Words["NoChange"]);
                await KeepAsync();
                break;
        }
    }

    // They have been told; saving once more is then knowingly over the other's change.
    private void Rebase(IEnumerable<SettingChange> changes)
    {
        foreach (var state in _states.Where(state => changes.Any(change => change.Key == state.Entry.Key) && _edits.ContainsKey(state.Entry.Key)))
            _edits[state.Entry.Key] = _edits[state.Entry.Key] with { Was = state.Stored };
    }

    private string Said(SettingsSaved saved, Dictionary<string, SettingState> before)
    {
        if (saved.Undo.Count > 1)
            return Words["Saved.Many", saved.Undo.Count];
        var now = _states.First(state => state.Entry.Key == saved.Undo[0].Key);
        return Words["Saved.One", Texts.Name(now.Entry), Texts.Value(now.Entry, before[now.Entry.Key].Value), Texts.Value(now.Entry, now.Value)];
    }

    // The toast may outlive this page: it says what came of it and leaves the drawing to whoever is there.
    private async Task UndoAsync(IReadOnlyList<SettingChange> undo)
    {
        var undone = await Editing.SaveAsync([.. undo], await Who.GetAsync());
        Toasts.Show(
            undone.Outcome == SettingsOutcome.Done ? Words["Undone"] : Words["NotUndone"],
            undone.Outcome == SettingsOutcome.Done ? Tone.Good : Tone.Warning);
    }
}
