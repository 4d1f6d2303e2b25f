using System.Globalization;

namespace SupportConsole.Domain.Settings;

/// <summary>Why a value is refused; the page says it in the reader's language, programs get <see cref="Text"/>.</summary>
/// <param name="Rule">The words of the broken rule, when <paramref name="Kind"/> is <see cref="SettingFaultKind.Rule"/>.</param>
public sealed record SettingFault(SettingEntry Entry, SettingFaultKind Kind, string? Rule = null)
{
    public string Text => Kind switch
    {
        SettingFaultKind.Empty => $"{Entry.Key} must not be empty.",
        SettingFaultKind.TooLong => $"{Entry.Key} must be at most {Entry.MaxLength} characters.",
        SettingFaultKind.NotANumber => $"{Entry.Key} must be a number{Range}.",
        SettingFaultKind.NotWhole => $"{Entry.Key} must be a whole number{Range}.",
        SettingFaultKind.OutOfRange => $"{Entry.Key} must be{Range}.",
        _ => Rule!,
    };

    private string Range => Entry.Min is null ? "" : string.Create(CultureInfo.InvariantCulture, $" from {Entry.Min} to {Entry.Max}");
}
