using System.Globalization;

namespace SupportConsole.Controls;

/// <summary>Differences always carry their sign; the minus is as wide as the plus, so that columns of them line up.</summary>
internal static class Signed
{
    public static string Text(double value, int decimals)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        var sign = rounded > 0 ? "+" : rounded < 0 ? "−" : "";
        return sign + Math.Abs(rounded).ToString($"N{decimals}", CultureInfo.CurrentCulture);
    }
}
