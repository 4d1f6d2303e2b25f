namespace SupportConsole.Controls;

/// <summary>The colour of a tag, a toast or a line in a chart. It never stands alone: the words say the same.</summary>
public enum Tone { Neutral, Accent, Good, Warning, Bad }

internal static class Tones
{
    /// <summary>The class that css/controls.css knows; none for neutral.</summary>
    public static string? Css(this Tone tone) => tone switch
    {
        Tone.Accent => "accent",
        Tone.Good => "good",
        Tone.Warning => "warning",
        Tone.Bad => "bad",
        _ => null,
    };
}
