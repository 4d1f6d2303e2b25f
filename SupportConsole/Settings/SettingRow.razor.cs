using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Domain.Settings;

namespace SupportConsole.Settings;

public sealed partial class SettingRow
{
    // Its own copy: this is drawn before what stands between it and its parent brings the letter back, and drawing an older text
    // would take the letters away that were typed meanwhile.
    private string _text = "";

    private ElementReference _input;
    private TimeZonePicker? _zone;

    [Parameter, EditorRequired]
    public SettingState State { get; set; } = default!;

    /// <summary>What was typed and is not saved yet.</summary>
    [Parameter]
    public SettingEdit? Edit { get; set; }

    [Parameter]
    public SettingFault? Fault { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<string?> OnEdit { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnReset { get; set; }

    [Inject]
    private IStringLocalizer<SettingWords> Words { get; set; } = default!;

    [Inject]
    private SettingText Texts { get; set; } = default!;

    private SettingEntry Entry => State.Entry;

    private string Anchor => Entry.Key.Replace(':', '-');

    private string InputId => $"{Anchor}-value";

    private string DescribedBy => Fault is null ? $"{InputId}-why" : $"{InputId}-fault {InputId}-why";

    /// <summary>What is in force, as it stands in the field.</summary>
    private string Stands => SettingText.Field(Entry, State.Value);

    protected override void OnParametersSet() => _text = Edit?.Text ?? Stands;

    public ValueTask FocusAsync() => _zone?.FocusAsync() ?? _input.FocusAsync();
}
