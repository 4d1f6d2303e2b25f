using Microsoft.Extensions.Options;
using SupportConsole.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake;
using SupportConsole.Shell;

namespace SupportConsole.Intake;

/// <summary>Receives many finished calls at once.</summary>
internal static class CallBatchApi
{
    public static void MapCallBatches(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/calls/batch", ReceiveAsync).WithTags("Calls")
            .ForIntakeKeys(
                Policies.ApiIntake, "Record many finished calls",
                "An array of calls, or an object that holds one as calls. Answered when all that could be kept are on disk; what is wrong with one does not "
                + "hold up the others and is named by its index. Sending the same batch again changes nothing. 422 when none could be kept.")
            .Takes<CallEndedBody[]>().WithBodyLimit(endpoints, options => options.MaxBatchBytes)
            .Produces<ReceivedBatch>(StatusCodes.Status202Accepted);

    private static async Task<IResult> ReceiveAsync(HttpContext http, CallIntake intake, IOptions<ApiOptions> options, TimeProvider clock)
    {
        var errors = new FieldErrors();
        var rows = await JsonBody.ReadItemsAsync(http.Request, "calls", errors);
        errors.AddWhen(!errors.Any && rows.Count == 0, JsonBody.Whole, "Send at least one call.");
        errors.AddWhen(rows.Count > options.Value.MaxBatchRows, JsonBody.Whole, $"Send at most {options.Value.MaxBatchRows} calls at once.");
        if (errors.Any)
            return Problems.Invalid(errors);

        var calls = rows.Select(row => (Row: row, Call: CallBody.Read(row))).ToList();
        var readable = calls.Where(call => !call.Row.Errors.Any).Select(call => call.Call).ToList();
        var recorded = new Queue<Recorded>(await intake.RecordAsync(http.User.Identity!.Name!, readable, http.RequestAborted));
        var (accepted, duplicates, rejected) = (0, 0, new List<RejectedRow>());
        foreach (var (index, (row, call)) in calls.Index())
        {
            if (row.Errors.Any && !row.IsMissing)
                row.Errors.AddOthers(call.Check(clock.GetUtcNow()));
            var wrong = row.Errors.Any ? row.Errors : null;
            if (wrong is null && recorded.Dequeue() is var one)
            {
                wrong = one.Errors;
                (accepted, duplicates) = (accepted + (one.IsNew ? 1 : 0), duplicates + (one is { IsNew: false, Errors: null } ? 1 : 0));
            }

            rejected.AddRange((wrong?.ToDictionary() ?? []).Select(error => new RejectedRow(index, call.CallId, error.Key, string.Join(" ", error.Value))));
        }

        return accepted + duplicates > 0
            ? TypedResults.Accepted((string?)null, new ReceivedBatch(accepted, duplicates, rejected))
            : Problems.Problem(StatusCodes.Status422UnprocessableEntity, "None of these calls could be kept.", ("rejected", rejected));
    }
}

/// <summary>What a sender of a batch hears.</summary>
/// <param name="Duplicates">Known before; nothing changed.</param>
/// <param name="Rejected">A line for each field that is wrong.</param>
public sealed record ReceivedBatch(int Accepted, int Duplicates, IReadOnlyList<RejectedRow> Rejected);

/// <summary>Why a row of a batch was not kept.</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="ExternalId">Its call_id, if it has one.</param>
public sealed record RejectedRow(int Index, string? ExternalId, string Field, string Error);
