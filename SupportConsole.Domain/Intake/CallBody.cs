using System.Text.Json;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Intake;

/// <summary>Reads a call as its sender reports it.</summary>
public static class CallBody
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
        Transcript(body));

    /// <summary>The transcript alone, out of an object that holds it.</summary>
    internal static IReadOnlyList<CallEnded.Line>? Transcript(JsonElement holder, FieldErrors errors) => Transcript(new JsonFields(holder, errors));

    private static List<CallEnded.Line>? Transcript(JsonFields body) => body.Items("transcript")?.Select(Line).ToList();

    private static CallEnded.Line Line(JsonFields line) => new(line.Choice<Speaker>("role"), line.Text("text"), Milliseconds(line));

    private static long? Milliseconds(JsonFields line)
    {
        var at = line.Number("at_ms");
        if (at is < 0 or > 24 * 60 * 60 * 1000)
        {
            line.Errors.Add(line.At("at_ms"), "Give the milliseconds from the start of the call, 0 to 86400000.");
        }

        return (long?)at;
    }
}
