namespace SupportConsole.Controls;

/// <summary>A part of a whole in percent; 0 of nothing.</summary>
internal static class Percent
{
    public static double Of(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;
}
