using System.CommandLine;
using SupportConsole.Domain.Evaluation.Texts;
using SupportConsole.Domain.Triage.Fingerprints;

namespace SupportConsole.Commands.Evaluate;

/// <summary>Log and error lines put into groups of one kind each, learnt while they are read.</summary>
internal static class EvaluateFingerprint
{
    public static Command Of()
    {
        // One run reads one file, so what it learns lives as long as the command.
        var templates = new LogTemplates();
        return new TextTask("fingerprint", "Groups log and error lines by what they have in common.", column: "content", truthColumn: "group").Does<LogShape>(
            ["group"],
            _ => line => templates.Seen(line),
            shape => [templates.Settled(shape).Fingerprint],
            (truth, shapes) => new { GroupingAccuracy = GroupingAccuracy.Of(truth, [.. shapes.Select(shape => templates.Settled(shape).Fingerprint)]) });
    }
}
