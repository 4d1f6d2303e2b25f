using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Domain.Settings;

namespace SupportConsole.Settings;

public sealed partial class SettingRow
{
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

    private string Shown => Edit?.Text ?? SettingText.Field(Entry, State.Value);

    public ValueTask FocusAsync() => _zone?.FocusAsync() ?? _input.FocusAsync();
}
