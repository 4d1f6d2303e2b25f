using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Intake;
using SupportConsole.Projects.Detection;
using SupportConsole.Shell;

namespace SupportConsole.Projects;

/// <summary>Makes and shows projects. In every address a project goes by its external id.</summary>
internal static class ProjectsApi
{
    public static void MapProjects(this IEndpointRouteBuilder endpoints)
    {
        var projects = endpoints.MapGroup("/api/projects").WithTags("Projects");
        projects.MapPost("", CreateAsync)
            .ForKeys(Policies.ApiAdmin, "Make a project", "With its first instructions. 409 when the external_id is taken.")
            .Takes<ProjectBody>().WithBodyLimit(endpoints, options => options.MaxBodyBytes)
            .Produces<ApiProject>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict);
        projects.MapGet("", ListAsync)
            .ForKeys(Policies.ApiRead, "List projects", "In the order in which they were made; archived ones only when asked for.")
            .Produces<ApiProjects>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        projects.MapGet("/{id}", GetAsync)
            .ForKeys(Policies.ApiRead, "Read a project", "With the metrics of its calls on the instructions in force, over the detectors' window.")
            .Produces<ApiProject>().ProducesProblem(StatusCodes.Status404NotFound);
        projects.MapPost("/{id}/status", MoveAsync)
            .ForKeys(Policies.ApiAdmin, "Pause, archive or take up a project", "A paused project's calls are recorded and counted, and no cards are made.")
            .Takes<StatusBody>().WithBodyLimit(endpoints, options => options.MaxBodyBytes)
            .Produces<ApiProject>().ProducesProblem(StatusCodes.Status404NotFound);
        endpoints.MapInstructions();
        endpoints.MapProjectDetection();
    }

    private static async Task<IResult> CreateAsync(HttpContext http, ProjectEditing editing, ProjectCheck check)
    {
        var body = await JsonBody.ReadAsync(http.Request);
        var draft = ProjectBody.Read(body);
        if (!body.IsMissing)
            body.Errors.AddOthers(draft.Check());
        if (body.Errors.Any)
            return Problems.Invalid(body.Errors);
        if (await editing.CreateAsync(draft, http.Actor(), http.RequestAborted) is not { } project)
            return Problems.Taken("external_id", $"There is a project {draft.ExternalId} already.");
        await check.TryCheckAsync(project.Id, CancellationToken.None); // The project is there, whether its maker still waits or not.
        return TypedResults.Created($"/api/projects/{project.ExternalId}", ApiProject.Of(project));
    }

    private static async Task<IResult> ListAsync(
        IDbContextFactory<SupportDbContext> contexts,
        [Description("active, paused, archived or all; active and paused ones when not given.")] string? status,
        [Description(Paging.CursorText)] string? cursor,
        [Description(Paging.LimitText)] string? limit,
        CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var (take, after) = (Paging.Limit(limit, errors), Paging.After(cursor, errors) ?? 0);
        var wanted = status is null or "all" ? null : Paging.Choice<ProjectStatus>(status, "status", errors, "all");
        if (errors.Any)
            return Problems.Invalid(errors);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await db.Projects.AsNoTracking()
            .Where(project => project.Id > after)
            .Where(project => status == "all" || (wanted == null ? project.Status != ProjectStatus.Archived : project.Status == wanted))
            .OrderBy(project => project.Id).Take(take + 1).ToListAsync(cancellation);
        var (page, next) = Paging.Cut(rows, take, project => project.Id);
        return TypedResults.Ok(new ApiProjects([.. page.Select(project => ApiProject.Of(project))], next));
    }

    private static async Task<IResult> GetAsync(
        string id, IDbContextFactory<SupportDbContext> contexts, CallDetection detection, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await db.Projects.AsNoTracking().SingleOrDefaultAsync(project => project.ExternalId == id, cancellation) is not { } project)
            return Unknown(id);
        var now = detection.Snapshot(db, project);
        return TypedResults.Ok(ApiProject.Of(project, CallMetrics.Of(now.Totals, now.From, now.To)));
    }

    private static async Task<IResult> MoveAsync(
        string id, HttpContext http, ProjectDirectory directory, ProjectEditing editing, IDbContextFactory<SupportDbContext> contexts, CallDetection detection)
    {
        var body = await JsonBody.ReadAsync(http.Request);
        var status = body.Choice<ProjectStatus>("status");
        if (status is null && !body.Errors.Any)
            body.Errors.Add("status", "This is required.");
        if (body.Errors.Any)
            return Problems.Invalid(body.Errors);
        if ((await directory.FindAsync(id, null, http.RequestAborted)).Id is not { } projectId)
            return Unknown(id);
        await editing.MoveAsync(projectId, status!.Value, http.Actor(), http.RequestAborted);
        return await GetAsync(id, contexts, detection, http.RequestAborted);
    }

    internal static IResult Unknown(string id) => Problems.NotFound($"There is no project {id}.");
}

/// <summary>The status a project should have.</summary>
public sealed record StatusBody(ProjectStatus Status);
