using System.Text.RegularExpressions;

namespace SupportConsole.Domain.Triage.Fingerprints;

/// <summary>
/// The frames of a stack trace as .NET, Java, JavaScript, Python and Ruby write them, without what changes from build to build: line
/// numbers, folders, generated numbers and hashes.
/// </summary>
internal static partial class StackFrames
{
    private const int LongestLine = 1_000;

    /// <summary>The innermost <paramref name="most"/> frames, innermost first.</summary>
    public static IReadOnlyList<string> Read(ReadOnlySpan<char> text, int most)
    {
        var frames = new List<string>();
        var outermostFirst = false;
        foreach (var line in text.EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed.Length is 0 or > LongestLine || Frame(trimmed, ref outermostFirst) is not { } frame)
                continue;
            frames.Add(frame);
            if (frames.Count > most && outermostFirst)
                frames.RemoveAt(0);
            else if (frames.Count == most && !outermostFirst)
                break;
        }

        if (outermostFirst)
            frames.Reverse();
        return frames;
    }

    /// <summary>The line that says what happened: the last one for Python, else the first one that is no frame.</summary>
    public static ReadOnlySpan<char> Headline(ReadOnlySpan<char> text)
    {
        var outermostFirst = false;
        ReadOnlySpan<char> found = [];
        foreach (var line in text.EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed.IsEmpty || trimmed.StartsWith("Traceback (most recent") || trimmed.Length <= LongestLine && Frame(trimmed, ref outermostFirst) is not null)
                continue;
            if (found.IsEmpty || outermostFirst && !char.IsWhiteSpace(line[0]))
                found = trimmed;
            else if (!outermostFirst)
                break;
        }

        return found;
    }

    private static string? Frame(ReadOnlySpan<char> line, ref bool outermostFirst)
    {
        if (line.StartsWith("at "))
            return Named(line[3..]);
        if (line.StartsWith("File \"") && line.IndexOf("\", line ") is > 0 and var close)
        {
            outermostFirst = true;
            var within = line.LastIndexOf(", in ");
            return Plain($"{FileName(line[6..close])} {(within > 0 ? line[(within + 5)..] : "")}");
        }

        if (line.StartsWith("from ") && line.Contains(":in ", StringComparison.Ordinal))
            return Plain(FileName(line[5..]));
        if (line.IndexOf('@') is > 0 and var at && line.Contains("://", StringComparison.Ordinal) && !line[..at].Contains(' '))
            return Plain(line[..at]);
        return line.EndsWith(")") && line.IndexOf('(') is > 0 and var open && line[..open].Contains('.') && !line[..open].Contains(' ') && line[..open].IndexOfAny("=:\"") < 0
            ? Plain(line[..open]) : null;
    }

    /// <summary>"A.B.C(String x) in /src/C.cs:line 12", "a.b.C.m(C.java:12)", "fn (https://host/app.js:1:2)", "/srv/app.js:3:4".</summary>
    private static string Named(ReadOnlySpan<char> frame)
    {
        frame = frame.StartsWith("async ") ? frame[6..] : frame;
        var open = frame.IndexOf('(');
        var name = open > 0 ? frame[..open].Trim() : frame;
        return Plain(name.Contains('/') && open <= 0 ? FileName(name) : name);
    }

    private static string FileName(ReadOnlySpan<char> path) => new(path[(path.LastIndexOfAny("/\\") + 1)..]);

    private static string Plain(ReadOnlySpan<char> frame) => Changing().Replace(new string(frame), "#");

    /// <summary>Numbers, and the hashes in the names of bundles.</summary>
    [GeneratedRegex(@"\b[0-9a-f]{8,}\b|\d+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Changing();
}
