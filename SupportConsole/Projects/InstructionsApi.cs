using System.ComponentModel;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SupportConsole.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Intake;
using SupportConsole.Shell;

namespace SupportConsole.Projects;

/// <summary>Serves instructions to phone systems, and takes next versions of them.</summary>
internal static class InstructionsApi
{
    public static void MapInstructions(this IEndpointRouteBuilder endpoints)
    {
        var instructions = endpoints.MapGroup("/api/projects/{id}/instructions").WithTags("Instructions");
        instructions.MapGet("", ServeAsync)
            .ForKeys(
                Policies.ApiRead,
                "Read the instructions in force",
                "Answers an ETag; with it in If-None-Match the answer is 304 as long as no other version is in force, so that asking before every call costs next to nothing.")
            .Produces<ApiInstructions>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        instructions.MapPut("", SaveAsync)
            .ForKeys(Policies.ApiAdmin, "Save a next version", "409 with outcome target_moved when another version is in force than the one that was read.")
            .Takes<InstructionsBody>().WithBodyLimit(endpoints, options => options.MaxBodyBytes)
            .Produces<ApiInstructions>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        instructions.MapGet("/versions", ListAsync)
            .ForKeys(Policies.ApiRead, "List the versions", "Newest first, without their texts.")
            .Produces<ApiVersions>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        instructions.MapGet("/versions/{version:int}", ReadAsync)
            .ForKeys(Policies.ApiRead, "Read one version", "Versions never change.")
            .Produces<ApiInstructions>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ServeAsync(
        string id,
        HttpContext http,
        IDbContextFactory<SupportDbContext> contexts,
        [Description("Kept for experiments; has no effect yet.")] string? call_id,
        CancellationToken cancellation)
    {
        _ = call_id;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var version = await db.Projects.AsNoTracking().Where(project => project.ExternalId == id)
            .Select(project => (int?)project.CurrentVersion).SingleOrDefaultAsync(cancellation);
        if (version is null)
            return ProjectsApi.Unknown(id);

        // The number alone decides, so that a poll reads one small row and not the text.
        var tag = new EntityTagHeaderValue($"\"{version}\"");
        http.Response.GetTypedHeaders().ETag = tag;
        http.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : await ReadAsync(id, version.Value, contexts, cancellation);
    }

    private static async Task<IResult> ReadAsync(string id, int version, IDbContextFactory<SupportDbContext> contexts, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var row = await db.InstructionVersions.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Project!.ExternalId == id && row.Number == version, cancellation);
        return row is null ? Problems.NotFound($"There is no version {version} of project {id}.") : TypedResults.Ok(ApiInstructions.Of(id, row));
    }

    private static async Task<IResult> ListAsync(
        string id,
        IDbContextFactory<SupportDbContext> contexts,
        [Description(Paging.CursorText)] string? cursor,
        [Description(Paging.LimitText)] string? limit,
        ProjectDirectory directory,
        CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var (take, before) = (Paging.Limit(limit, errors), Paging.After(cursor, errors) ?? long.MaxValue);
        if (errors.Any)
            return Problems.Invalid(errors);
        if ((await directory.FindAsync(id, null, cancellation)).Id is not { } projectId)
            return ProjectsApi.Unknown(id);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await db.InstructionVersions.AsNoTracking().Where(row => row.ProjectId == projectId && row.Number < before)
            .OrderByDescending(row => row.Number).Take(take + 1)
            .Select(row => new ApiVersion(row.Number, row.Author, row.Why, row.SuggestionId, row.ServedFrom)).ToListAsync(cancellation);
        var (page, next) = Paging.Cut(rows, take, row => row.Version);
        return TypedResults.Ok(new ApiVersions(page, next));
    }

    private static async Task<IResult> SaveAsync(
        string id, HttpContext http, ProjectDirectory directory, ProjectEditing editing, IDbContextFactory<SupportDbContext> contexts)
    {
        var body = await JsonBody.ReadAsync(http.Request);
        var (text, why, expected) = InstructionsBody.Read(body);
        if (body.Errors.Any)
            return Problems.Invalid(body.Errors);
        if ((await directory.FindAsync(id, null, http.RequestAborted)).Id is not { } projectId)
            return ProjectsApi.Unknown(id);
        var outcome = await editing.SaveInstructionsAsync(projectId, expected, text, why, http.Actor(), http.RequestAborted);
        if (outcome is EditOutcome.Done or EditOutcome.NoChange)
            return await ReadAsync(id, outcome == EditOutcome.Done ? expected + 1 : expected, contexts, http.RequestAborted);
        await using var db = await contexts.CreateDbContextAsync(http.RequestAborted);
        return Problems.Moved(await db.Projects.Where(project => project.Id == projectId).Select(project => project.CurrentVersion).SingleAsync(http.RequestAborted));
    }
}
