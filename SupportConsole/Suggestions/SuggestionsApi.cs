using System.ComponentModel;
using SupportConsole.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Intake;
using SupportConsole.Projects;
using SupportConsole.Shell;

namespace SupportConsole.Suggestions;

/// <summary>Shows cards, and looks for new ones when asked.</summary>
internal static class SuggestionsApi
{
    /// <summary>Commits of received calls that a check waits for at most; whoever sends more than that at once hears of the rest later.</summary>
    private const int MostBatches = 20;

    public static void MapSuggestions(this IEndpointRouteBuilder endpoints)
    {
        var suggestions = endpoints.MapGroup("/api").WithTags("Suggestions");
        suggestions.MapGet("/projects/{id}/suggestions", ListAsync)
            .ForKeys(
                Policies.ApiRead,
                "List a project's suggestions",
                "Every card whatever its status when no view is asked for: whoever wants the open ones filters by status pending, or asks for the view open. " +
                "Open cards come by worth, all others newest first.")
            .Produces<ApiSuggestions>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        suggestions.MapGet("/suggestions/{sid:long}", GetAsync)
            .ForKeys(Policies.ApiRead, "Read a suggestion", "With its evidence, its promise and what became of it.")
            .Produces<ApiSuggestion>().ProducesProblem(StatusCodes.Status404NotFound);
        suggestions.MapPost("/projects/{id}/suggestions/generate", GenerateAsync)
            .ForKeys(
                Policies.ApiAdmin,
                "Look for suggestions now",
                "Counts what was received, runs the detectors, and answers the project's open cards. A project that is paused or archived gets no new ones.")
            .Produces<GeneratedSuggestions>().ProducesProblem(StatusCodes.Status404NotFound);
        endpoints.MapDecisions();
    }

    private static async Task<IResult> ListAsync(
        string id,
        [Description("all (when not given), open, snoozed, applied, judged, undone, rejected or expired.")] string? view,
        [Description(Paging.CursorText)] string? cursor,
        [Description(Paging.LimitText)] string? limit,
        ProjectDirectory directory,
        SuggestionAnswers answers,
        CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        // By default as many as there may be: S3's client reads one page and picks the pending ones out of it.
        var take = Paging.Limit(limit, errors, Paging.Most);
        var wanted = view is null or "all" ? null : Paging.Choice<SuggestionView>(view, "view", errors, "all");
        errors.AddWhen(cursor is not null && !SuggestionQueries.IsCursor(cursor), "cursor", "Give next_cursor as it was answered.");
        if (errors.Any)
            return Problems.Invalid(errors);
        return (await directory.FindAsync(id, null, cancellation)).Id is { } projectId
            ? TypedResults.Ok(await answers.ListAsync(wanted, projectId, cursor, take, cancellation))
            : ProjectsApi.Unknown(id);
    }

    private static async Task<IResult> GetAsync(long sid, SuggestionAnswers answers, CancellationToken cancellation) =>
        await answers.GetAsync(sid, cancellation) is { } suggestion ? TypedResults.Ok(suggestion) : Problems.NotFound($"There is no suggestion {sid}.");

    private static async Task<IResult> GenerateAsync(
        string id, ProjectDirectory directory, EventPipeline pipeline, ProjectCheck check, SuggestionAnswers answers, CancellationToken cancellation)
    {
        if ((await directory.FindAsync(id, null, cancellation)).Id is not { } projectId)
            return ProjectsApi.Unknown(id);
        for (var batch = 0; batch < MostBatches && await pipeline.ProcessAsync(cancellation) > 0; batch++)
        {
        }

        var created = await check.CheckAsync(projectId, cancellation) ?? 0;
        var open = await answers.ListAsync(SuggestionView.Open, projectId, null, Paging.Most, cancellation);
        return TypedResults.Ok(new GeneratedSuggestions(open.Suggestions, created));
    }
}
