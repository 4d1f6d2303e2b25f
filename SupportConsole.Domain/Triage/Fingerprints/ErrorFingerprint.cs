using System.Globalization;
using SupportConsole.Domain.Triage.Text;

namespace SupportConsole.Domain.Triage.Fingerprints;

/// <summary>
/// Fingerprints of single errors. With a stack trace the type and its top frames tell which error it is, since messages hold values of
/// any kind; without one the type and the masked message do. Nothing is learnt, so the same error has the same fingerprint everywhere.
/// </summary>
public static class ErrorFingerprint
{
    private const int LongestText = 100_000;

    // The error is where it was thrown; further out are callers that many errors share.
    private const int TopFrames = 4;

    /// <summary>Of an error as it was pasted or logged: "Type: message" and the stack trace below it.</summary>
    public static ErrorSignature Of(ReadOnlySpan<char> text)
    {
        text = text.Length > LongestText ? text[..LongestText] : text;
        var frames = StackFrames.Read(text, TopFrames);
        var headline = StackFrames.Headline(text);
        var colon = headline.IndexOf(':');
        var type = colon > 0 && LooksLikeType(headline[..colon]) ? headline[..colon] : [];
        return Of(type, type.IsEmpty ? headline : headline[(colon + 1)..].Trim(), frames);
    }

    /// <summary>Of an error whose parts are known.</summary>
    public static ErrorSignature Of(ReadOnlySpan<char> type, ReadOnlySpan<char> message, IReadOnlyList<string> frames)
    {
        type = type.Trim();
        type = type[(type.LastIndexOfAny(". ") + 1)..];
        var template = Masked(message);
        var identity = $"{type}\n{(frames.Count > 0 ? string.Join('\n', frames) : template)}";
        return new ErrorSignature(Hash(identity), new string(type), template, frames);
    }

    private static string Masked(ReadOnlySpan<char> message)
    {
        var parts = new PooledList<LogPart>(64);
        LineMask.Read(message, ref parts);
        var shape = new LogShape(0, LogShape.WordsOf(message, parts.Items), 0);
        parts.Dispose();
        return TemplateText.Of([shape]);
    }

    /// <summary>"System.IO.IOException", "Unhandled TypeError", "E1001".</summary>
    private static bool LooksLikeType(ReadOnlySpan<char> text)
    {
        text = text[(text.LastIndexOf(' ') + 1)..];
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '_' or '$' or '`'))
                return false;
        }

        return text.Length > 2 && char.IsUpper(text[text.LastIndexOf('.') + 1 < text.Length ? text.LastIndexOf('.') + 1 : 0]);
    }

    private static string Hash(string text) => Fnv.Add(Fnv.Basis, text).ToString("x16", CultureInfo.InvariantCulture);
}
