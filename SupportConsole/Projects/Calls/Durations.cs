using System.Globalization;

namespace SupportConsole.Projects.Calls;

/// <summary>Lengths of calls and places in them, as a clock shows them: "1:24", "1:02:05".</summary>
internal static class Durations
{
    public static string Text(double seconds)
    {
        var time = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400 * 10.0));
        return time.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss}")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}:{time:ss}");
    }
}
