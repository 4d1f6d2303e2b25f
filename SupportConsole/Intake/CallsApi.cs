using Microsoft.EntityFrameworkCore;
using SupportConsole.Access;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake;
using SupportConsole.Shell;

namespace SupportConsole.Intake;

/// <summary>Receives finished calls, by webhook or with an API key, and shows them.</summary>
internal static class CallsApi
{
    private const string Promise =
        "Answered when the call is on disk. Sending the same call_id again changes nothing and answers 200. " +
        "Names that are not listed are ignored; values in fields may be text, numbers or booleans and are kept as text.";

    public static void MapCalls(this IEndpointRouteBuilder endpoints)
    {
        var calls = endpoints.MapGroup("/api").WithTags("Calls");
        calls.MapPost("/calls", ReceiveByKeyAsync)
            .ForIntakeKeys(Policies.ApiIntake, "Record a finished call", Promise)
            .Receives(endpoints);
        calls.MapPost("/webhooks/call-ended", ReceiveByWebhookAsync)
            .RequireSignature(WebhookKind.CallEnded)
            .WithSummary("Record a finished call, signed").WithDescription(Promise + " The signature takes the place of a key.")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests)
            .Receives(endpoints);
        calls.MapGet("/calls/{id:long}", GetAsync)
            .ForKeys(Policies.ApiRead, "Read a call", "As it was received, and how far it is processed.")
            .Produces<ApiCall>().ProducesProblem(StatusCodes.Status404NotFound);
        calls.MapPost("/calls/{id:long}/retry", RetryAsync)
            .ForKeys(Policies.ApiAdmin, "Process a call again", "One that was given up, once what stopped it is mended. 409 when it is not given up.")
            .Produces<ApiCall>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static RouteHandlerBuilder Receives(this RouteHandlerBuilder endpoint, IEndpointRouteBuilder endpoints) =>
        endpoint.Takes<CallEndedBody>().WithBodyLimit(endpoints, options => options.MaxCallBytes)
            .Produces<ReceivedCall>(StatusCodes.Status202Accepted).Produces<ReceivedCall>();

    private static async Task<IResult> ReceiveByKeyAsync(HttpContext http, CallIntake intake, TimeProvider clock) =>
        await ReceiveAsync(http.User.Identity!.Name!, await JsonBody.ReadAsync(http.Request), http, intake, clock);

    private static Task<IResult> ReceiveByWebhookAsync(HttpContext http, CallIntake intake, TimeProvider clock) =>
        ReceiveAsync(http.Delivery().Webhook, JsonBody.Read(http.Delivery().Body), http, intake, clock);

    private static async Task<IResult> ReceiveAsync(string source, JsonFields body, HttpContext http, CallIntake intake, TimeProvider clock)
    {
        var call = CallBody.Read(body);
        if (body.Errors.Any)
        {
            if (!body.IsMissing)
                body.Errors.AddOthers(call.Check(clock.GetUtcNow()));
            return Problems.Invalid(body.Errors);
        }

        var recorded = await intake.RecordAsync(source, call, http.RequestAborted);
        return recorded.Errors is { } errors ? Problems.Invalid(errors)
            : recorded.IsNew ? TypedResults.Accepted($"/api/calls/{recorded.Id}", new ReceivedCall(recorded.Id, call.CallId!, "accepted"))
            : TypedResults.Ok(new ReceivedCall(recorded.Id, call.CallId!, "duplicate"));
    }

    private static async Task<IResult> GetAsync(long id, IDbContextFactory<SupportDbContext> contexts, CancellationToken cancellation) =>
        await FindAsync(id, contexts, cancellation) is { } call ? TypedResults.Ok(call) : Missing(id);

    private static async Task<IResult> RetryAsync(
        long id, HttpContext http, EventRetry retry, IDbContextFactory<SupportDbContext> contexts, CancellationToken cancellation)
    {
        var retried = await retry.RetryAsync(id, http.Actor(), cancellation);
        return await FindAsync(id, contexts, cancellation) is not { } call ? Missing(id)
            : retried ? TypedResults.Ok(call)
            : Problems.Problem(StatusCodes.Status409Conflict, "This call is not given up; nothing was changed.", ("processing", call.Processing));
    }

    private static IResult Missing(long id) => Problems.NotFound($"There is no call {id}.");

    private static async Task<ApiCall?> FindAsync(long id, IDbContextFactory<SupportDbContext> contexts, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var found = await db.Calls.AsNoTracking().Where(call => call.Id == id)
            .Join(db.Projects, call => call.ProjectId, project => project.Id, (call, project) => new { Call = call, project.ExternalId })
            .SingleOrDefaultAsync(cancellation);
        return found is null ? null : ApiCall.Of(found.Call, found.ExternalId);
    }
}
