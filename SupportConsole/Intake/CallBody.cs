using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Projects;
using SupportConsole.Shell;

namespace SupportConsole.Intake;

/// <summary>Reads a call as its sender reports it.</summary>
internal static class CallBody
{
    /// <summary>Reads every field; what is of the wrong kind is null here and named in the errors.</summary>
    public static CallEnded Read(JsonFields body) => new(
        body.Text("call_id"),
        body.Text("project_id"),
        body.Integer("instruction_version"),
        body.Text("customer_id"),
        body.Choice<CallStatus>("status"),
        body.Text("failure_reason"),
        body.Choice<CallEnding>("ended_by"),
        body.Time("started_at"),
        body.Number("duration_seconds"),
        body.Texts("fields"),
        body.Items("transcript")?.Select(Line).ToList());

    private static CallEnded.Line Line(JsonFields line) => new(line.Choice<Speaker>("role"), line.Text("text"), Milliseconds(line));

    private static long? Milliseconds(JsonFields line)
    {
        var at = line.Number("at_ms");
        line.Errors.AddWhen(at is < 0 or > 24 * 60 * 60 * 1000, line.At("at_ms"), "Give the milliseconds from the start of the call, 0 to 86400000.");
        return (long?)at;
    }
}
