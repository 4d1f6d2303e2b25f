using SupportConsole.Domain.Triage.Text;
using SupportConsole.Domain.Triage.Words;

namespace SupportConsole.Domain.Triage.Rules;

/// <summary>Tells of an error, holds code, comes with a picture.</summary>
internal static class FlagRules
{
    public static TriageFlag Find(in TriageText text, ReadOnlySpan<Token> tokens, ReadOnlySpan<RuleMatch> matches)
    {
        var flags = text.HasImage ? TriageFlag.Screenshot : TriageFlag.None;
        foreach (ref readonly var match in matches)
        {
            if (match.Rule.Aspect == Aspect.Flag && !tokens[match.First].Negated)
                flags |= (TriageFlag)match.Rule.Target;
        }

        foreach (ref readonly var token in tokens)
        {
            if (token is { Capitalised: true, Length: > 7 } && NamesError((token.Field == TextField.Subject ? text.Subject : text.Body).AsSpan(token.Start, token.Length)))
                flags |= TriageFlag.Error;
        }

        return flags | CodeIn(text.Body);
    }

    /// <summary>NullReferenceException, TypeError.</summary>
    private static bool NamesError(ReadOnlySpan<char> word) =>
        word.EndsWith("Exception") || word.EndsWith("Error");

    /// <summary>Fenced, in back quotes, or a line of a stack trace.</summary>
    private static TriageFlag CodeIn(ReadOnlySpan<char> body)
    {
        var tick = body.IndexOf('`');
        if (tick >= 0 && (body[tick..].StartsWith("```") || body[(tick + 1)..].IndexOf('`') > 0))
            return TriageFlag.Code;
        foreach (var line in body.EnumerateLines())
        {
            if (MessageLines.IsTrace(line.Trim()))
                return TriageFlag.Code | TriageFlag.Error;
        }

        return TriageFlag.None;
    }
}
