using System.CommandLine;
using SupportConsole.Domain.Evaluation.Texts;
using SupportConsole.Domain.Triage.Fingerprints;

namespace SupportConsole.Commands.Evaluate;

/// <summary>Log and error lines put into groups of one kind each, learnt while they are read; an error with its stack trace is told by that.</summary>
internal static class EvaluateFingerprint
{
    public static Command Of()
    {
        // One run reads one file, so what it learns lives as long as the command.
        var templates = new LogTemplates();
        string Group(Kind kind) => kind.Error ?? templates.Settled(kind.Shape!).Fingerprint;
        return new TextTask("fingerprint", "Groups log lines, and errors with their stack traces, by what they have in common.", column: "content", truthColumn: "group").Does<Kind>(
            ["group"],
            _ => content => ErrorOf(content) is { } error ? new Kind(error, null) : new Kind(null, templates.Seen(content)),
            kind => [Group(kind)],
            (truth, kinds) => new { GroupingAccuracy = GroupingAccuracy.Of(truth, [.. kinds.Select(Group)]) });
    }

    /// <summary>Null for a line of a log.</summary>
    private static string? ErrorOf(string content) =>
        content.Contains('\n', StringComparison.Ordinal) && ErrorFingerprint.Of(content) is { Frames.Count: > 0 } error ? error.Fingerprint : null;

    /// <summary>A fingerprint that is known at once, or a shape whose group the whole file tells.</summary>
    private readonly record struct Kind(string? Error, LogShape? Shape);
}
