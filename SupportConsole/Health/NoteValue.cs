using System.Globalization;

namespace SupportConsole.Health;

/// <summary>
/// A value of a run's note. Kept as invariant text, since a note outlives the language it was made in: where the words ask for a number
/// ("{0:N0}") it is written as the reader writes numbers, else as it stands.
/// </summary>
public readonly struct NoteValue(string text) : IFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        !string.IsNullOrEmpty(format) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString(format, formatProvider) : text;

    public override string ToString() => text;
}
