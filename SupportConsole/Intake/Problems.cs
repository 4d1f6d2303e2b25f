using SupportConsole.Domain.Data;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Shell;

namespace SupportConsole.Intake;

/// <summary>The answers of the API that are no success, as RFC 9457 problem details.</summary>
internal static class Problems
{
    /// <summary>Fields named in one answer at most: whoever sends thousands of wrong ones learns nothing from the rest.</summary>
    private const int MostFields = 50;

    /// <summary>What a caller is told to wait when too much is waiting to be written.</summary>
    private const int BusySeconds = 2;

    /// <summary>422 with what is wrong by field.</summary>
    public static IResult Invalid(FieldErrors errors) => Problem(
        StatusCodes.Status422UnprocessableEntity,
        "Some fields are not right; nothing was changed.",
        ("errors", errors.ToDictionary().Take(MostFields).ToDictionary()));

    /// <summary>409: somebody was first, or what the decision was about has changed. Nothing was done.</summary>
    public static IResult Late(Decision decision) => Problem(
        StatusCodes.Status409Conflict,
        decision.Outcome switch
        {
            DecisionOutcome.TargetMoved => "The suggestion or its instructions changed since they were read; read again and decide on what is there now.",
            DecisionOutcome.NotSeen => "The calls on the instructions in force no longer show this problem.",
            _ => "This is already decided, or not in a state in which it can be done.",
        },
        ("outcome", ApiJson.Name(decision.Outcome)),
        ("suggestion_status", decision.Status is { } status ? ApiJson.Name(status) : null),
        ("instruction_version", decision.InstructionVersion));

    /// <summary>409: the instructions are not the version that the caller read.</summary>
    public static IResult Moved(int version) => Behind($"The instructions are at version {version} now; read them again.", "instruction_version", version);

    /// <summary>409: an entry of the catalogue is not the one that the caller read.</summary>
    public static IResult Rewritten(int revision) => Behind($"The entry is at revision {revision} now; read it again.", "revision", revision);

    /// <summary>409: a project is not the one that the caller read.</summary>
    public static IResult Changed(int revision) => Behind($"The project is at revision {revision} now; read its settings again.", "revision", revision);

    public static IResult Taken(string field, string text) => Problem(
        StatusCodes.Status409Conflict, text, ("errors", new Dictionary<string, string[]> { [field] = [text] }));

    public static IResult NotFound(string text) => Problem(StatusCodes.Status404NotFound, text);

    private static IResult Behind(string text, string name, int now) =>
        Problem(StatusCodes.Status409Conflict, text, ("outcome", ApiJson.Name(DecisionOutcome.TargetMoved)), (name, now));

    /// <summary>429: try again shortly.</summary>
    public static IResult Busy(HttpContext http)
    {
        http.Response.Headers.RetryAfter = $"{BusySeconds}";
        return Problem(StatusCodes.Status429TooManyRequests, "Too much is waiting to be written; nothing of this request was kept. Try again shortly.");
    }

    public static IResult Problem(int status, string detail, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var extensions = new Dictionary<string, object?>();
        foreach (var (name, value) in more)
        {
            if (value is not null)
                extensions[name] = value;
        }

        return TypedResults.Problem(detail, statusCode: status, extensions: extensions);
    }
}
