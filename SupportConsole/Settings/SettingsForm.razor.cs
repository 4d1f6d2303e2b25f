using Microsoft.AspNetCore.Components;
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
    private ILogger<SettingsForm> Log { get; set; } = default!;

    [Inject]
    private IStringLocalizer<SettingWords> Words { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics => [LiveTopic.Setting];

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

    private void Discard()
    {
        _edits.Clear();
        _faults = [];
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
