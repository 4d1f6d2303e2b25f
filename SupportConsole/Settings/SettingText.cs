using System.Globalization;
using Microsoft.Extensions.Localization;
using SupportConsole.Domain.Settings;

namespace SupportConsole.Settings;

/// <summary>Settings as people read and type them: shares as percentages, numbers in their own language, faults in words.</summary>
public sealed class SettingText(IStringLocalizer<SettingWords> words)
{
    /// <summary>What stands in the field: "50" of 0.5.</summary>
    public static string Field(SettingEntry entry, string value) =>
        entry.Number && decimal.TryParse(value, CultureInfo.InvariantCulture, out var number) ? Field(entry, number) : value;

    /// <summary>What was typed in the field, in invariant form. A comma and a point are both taken for the decimal one.</summary>
    public static string Typed(SettingEntry entry, string text)
    {
        if (!entry.Number)
            return text;
        var plain = text.Trim().TrimEnd('%').TrimEnd().Replace(',', '.');
        return entry.Unit == SettingUnit.Share && decimal.TryParse(plain, CultureInfo.InvariantCulture, out var percent)
            ? (percent / 100).ToString(CultureInfo.InvariantCulture)
            : plain;
    }

    public string Name(SettingEntry entry) => words[entry.Key];

    /// <summary>"%", "calls", "days"; nothing after a text.</summary>
    public string Unit(SettingEntry entry) => entry.Number ? words[$"Unit.{entry.Unit}"] : "";

    /// <summary>With its unit: "50 %", "20 calls".</summary>
    public string Value(SettingEntry entry, string value) => value.Length == 0 ? words["Nothing"] : WithUnit(entry, Field(entry, value));

    /// <summary>"1 % to 99 %", or nothing for a text.</summary>
    public string? Range(SettingEntry entry) =>
        entry.Min is null ? null : words["Range", Grouped(entry, entry.Min.Value), WithUnit(entry, Grouped(entry, entry.Max!.Value))].Value;

    public string Fault(SettingFault fault) => fault.Kind switch
    {
        SettingFaultKind.Rule => words[fault.Rule!],
        SettingFaultKind.Empty => words["Fault.Empty", Name(fault.Entry)],
        SettingFaultKind.TooLong => words["Fault.TooLong", Name(fault.Entry), fault.Entry.MaxLength!],
        _ => words[$"Fault.{fault.Kind}", Name(fault.Entry), Grouped(fault.Entry, fault.Entry.Min!.Value), WithUnit(fault.Entry, Grouped(fault.Entry, fault.Entry.Max!.Value))],
    };

    private string WithUnit(SettingEntry entry, string text) => entry.Number ? $"{text} {Unit(entry)}" : text;

    private static string Field(SettingEntry entry, decimal number) => Text(entry, number, "0.######");

    private static string Grouped(SettingEntry entry, decimal number) => Text(entry, number, "#,0.######");

    private static string Text(SettingEntry entry, decimal number, string format) =>
        (entry.Unit == SettingUnit.Share ? number * 100 : number).ToString(format, CultureInfo.CurrentCulture);
}
