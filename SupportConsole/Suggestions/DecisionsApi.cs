using Microsoft.EntityFrameworkCore;
using SupportConsole.Access;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Intake;
using SupportConsole.Shell;

namespace SupportConsole.Suggestions;

/// <summary>Decides on cards: what the page does with a key press, with the same outcomes.</summary>
internal static class DecisionsApi
{
    public static void MapDecisions(this IEndpointRouteBuilder endpoints)
    {
        var card = endpoints.MapGroup("/api/projects/{id}/suggestions/{sid:long}").WithTags("Suggestions");
        card.MapPost("/accept", AcceptAsync)
            .Decides<DecisionBody>(endpoints, "Accept a suggestion", "Applies it at once, as a next version of the instructions.", optional: true);
        card.MapPost("/reject", RejectAsync)
            .Decides<RejectBody>(endpoints, "Reject a suggestion", "The reason teaches the detectors.", optional: true);
        card.MapPost("/undo", UndoAsync)
            .Decides<DecisionBody>(endpoints, "Undo an applied suggestion", "Takes its changes back to the byte, as a next version.", optional: true);
        card.MapPost("/reopen", ReopenAsync)
            .Decides<DecisionBody>(endpoints, "Take a rejection back, or propose again what was undone", "A rejected card is pending again; an undone one stays what it was, and a new card stands for it (409 with not_seen when the calls no longer show its problem).", optional: true);
        card.MapPost("/snooze", SnoozeAsync)
            .Decides<SnoozeBody>(endpoints, "Put a suggestion out of sight for a while", "It stays pending.");
    }

    private static void Decides<T>(
        this RouteHandlerBuilder endpoint, IEndpointRouteBuilder endpoints, string summary, string description, bool optional = false)
        where T : notnull =>
        endpoint
            .ForKeys(Policies.ApiAdmin, summary, description + " 409 when it was decided before (already_decided), or the card or its instructions changed (target_moved): nothing is done then.")
            .Takes<T>(optional).WithBodyLimit(endpoints, options => options.MaxBodyBytes)
            .Produces<DecisionAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    private static Task<IResult> AcceptAsync(string id, long sid, HttpContext http, SuggestionDecisions decisions) =>
        DecideAsync(id, sid, http, (_, revision, actor) => decisions.AcceptAsync(sid, revision, actor, http.RequestAborted));

    private static Task<IResult> UndoAsync(string id, long sid, HttpContext http, SuggestionDecisions decisions) =>
        DecideAsync(id, sid, http, (_, revision, actor) => decisions.UndoAsync(sid, revision, actor, http.RequestAborted));

    private static Task<IResult> ReopenAsync(string id, long sid, HttpContext http, SuggestionDecisions decisions) =>
        DecideAsync(id, sid, http, (_, revision, actor) => decisions.ReopenAsync(sid, revision, actor, http.RequestAborted));

    private static Task<IResult> RejectAsync(string id, long sid, HttpContext http, SuggestionDecisions decisions) =>
        DecideAsync(id, sid, http, (body, revision, actor) =>
        {
            var (reason, comment) = RejectBody.Read(body);
            return body.Errors.Any ? null : decisions.RejectAsync(sid, revision, reason, comment, actor, http.RequestAborted);
        });

    private static Task<IResult> SnoozeAsync(string id, long sid, HttpContext http, SuggestionDecisions decisions, TimeProvider clock) =>
        DecideAsync(id, sid, http, (body, revision, actor) =>
        {
            var until = SnoozeBody.Read(body, clock.GetUtcNow());
            return body.Errors.Any ? null : decisions.SnoozeAsync(sid, revision, until, actor, http.RequestAborted);
        });

    /// <summary>Reads the body, decides on the card if it is this project's, and answers. No task means that the body is not right.</summary>
    private static async Task<IResult> DecideAsync(
        string id, long sid, HttpContext http, Func<JsonFields, int?, Actor, Task<Decision>?> decide)
    {
        var body = await JsonBody.ReadOptionalAsync(http.Request);
        var revision = body.Integer("revision");
        if (!await IsOfProjectAsync(id, sid, http))
            return Problems.NotFound($"Project {id} has no suggestion {sid}.");
        if (body.Errors.Any || decide(body, revision, http.Actor()) is not { } deciding)
            return Problems.Invalid(body.Errors);
        var decision = await deciding;
        return decision.Outcome switch
        {
            DecisionOutcome.Done => TypedResults.Ok(new DecisionAnswer(true, decision.Status, decision.InstructionVersion)),
            DecisionOutcome.NotFound => Problems.NotFound($"There is no suggestion {sid}."),
            _ => Problems.Late(decision),
        };
    }

    private static async Task<bool> IsOfProjectAsync(string id, long sid, HttpContext http)
    {
        await using var db = await http.RequestServices.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync(http.RequestAborted);
        return await db.Suggestions.AnyAsync(card => card.Id == sid && card.Project!.ExternalId == id, http.RequestAborted);
    }
}
