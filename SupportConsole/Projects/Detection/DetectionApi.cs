using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Settings;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Intake;
using SupportConsole.Shell;

namespace SupportConsole.Projects.Detection;

/// <summary>Detection of one project: its own thresholds and mutes, and what others would have found.</summary>
internal static class DetectionApi
{
    public static void MapProjectDetection(this IEndpointRouteBuilder endpoints)
    {
        var detection = endpoints.MapGroup("/api/projects/{id}/detection").WithTags("Projects");
        detection.MapGet("", GetAsync)
            .ForKeys(Policies.ApiRead, "Read the detection settings of a project", "Its own ones, the workspace's where it has none, and what is muted.")
            .Produces<ApiDetection>().ProducesProblem(StatusCodes.Status404NotFound);
        detection.MapPut("", SaveAsync)
            .ForKeys(Policies.ApiAdmin, "Set the detection settings of a project", "The whole of them: what is left out goes by the workspace's. The project is looked at in the same commit. 409 with outcome target_moved when the project is not at the revision that was read: nothing is done then.")
            .Takes<DetectionBody>().WithBodyLimit(endpoints, options => options.MaxBodyBytes)
            .Produces<ApiDetection>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        detection.MapPost("/preview", PreviewAsync)
            .ForKeys(Policies.ApiRead, "Try detection settings", "What they would have found on each of the last 30 days, beside what those in force find. Nothing is saved.")
            .Takes<DetectionBody>().WithBodyLimit(endpoints, options => options.MaxBodyBytes)
            .Produces<ApiDetectionPreview>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> GetAsync(string id, IDbContextFactory<SupportDbContext> contexts, CancellationToken cancellation) =>
        await FindAsync(id, contexts, cancellation) is { } project ? TypedResults.Ok(ApiDetection.Of(project)) : ProjectsApi.Unknown(id);

    private static async Task<IResult> SaveAsync(
        string id, HttpContext http, DetectionEditing editing, CallDetection detection, IDbContextFactory<SupportDbContext> contexts)
    {
        var json = await JsonBody.ReadAsync(http.Request);
        var (revision, body) = (json.Integer("revision"), DetectionBody.Read(json, out var errors));
        if (await FindAsync(id, contexts, http.RequestAborted) is not { } project)
            return ProjectsApi.Unknown(id);
        errors.AddOthers(Named(body.Check(project, [.. detection.Detectors])));
        if (errors.Any)
            return Problems.Invalid(errors);
        // Who names no revision means the project that the fields were just checked against.
        var outcome = await editing.SaveAsync(project.Id, revision ?? project.Revision, body, http.Actor(), http.RequestAborted);
        return (await FindAsync(id, contexts, http.RequestAborted))! is var now && outcome == EditOutcome.Moved
            ? Problems.Changed(now.Revision) : TypedResults.Ok(ApiDetection.Of(now));
    }

    private static async Task<IResult> PreviewAsync(
        string id, HttpContext http, DetectionPreviewing previewing, CallDetection detection, IDbContextFactory<SupportDbContext> contexts, TimeProvider clock)
    {
        var body = DetectionBody.Read(await JsonBody.ReadAsync(http.Request), out var errors);
        if (await FindAsync(id, contexts, http.RequestAborted) is not { } project)
            return ProjectsApi.Unknown(id);
        errors.AddOthers(Named(body.Check(project, [.. detection.Detectors])));
        if (errors.Any)
            return Problems.Invalid(errors);
        var proposed = body.Read(project.Detection, http.Actor().Name, clock.GetUtcNow().UtcDateTime);
        return TypedResults.Ok(ApiDetectionPreview.Of((await previewing.ReadAsync(project.Id, proposed, http.RequestAborted))!));
    }

    /// <summary>The same faults under the names that a caller sends: thresholds.success_threshold.</summary>
    private static FieldErrors Named(FieldErrors errors)
    {
        var named = new FieldErrors();
        foreach (var (field, texts) in errors.ToDictionary())
        {
            var name = field.StartsWith("thresholds.", StringComparison.Ordinal) ? $"thresholds.{ApiJson.Name(field["thresholds.".Length..])}" : field;
            foreach (var text in texts)
                named.Add(name, text);
        }

        return named;
    }

    private static async Task<Project?> FindAsync(string id, IDbContextFactory<SupportDbContext> contexts, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Projects.AsNoTracking().SingleOrDefaultAsync(project => project.ExternalId == id, cancellation);
    }
}

/// <summary>Detection settings of a project as a caller sends them.</summary>
public sealed class DetectionBody
{
    /// <summary>By name, such as success_threshold; shares from 0 to 1.</summary>
    public IReadOnlyDictionary<string, double>? Thresholds { get; init; }

    public IReadOnlyList<MuteBody>? Muted { get; init; }

    /// <summary>The project's that was read: 409 when it has changed since. When not given, what was saved meanwhile is replaced. A preview needs none.</summary>
    public int? Revision { get; init; }

    internal static DetectionDraft Read(JsonFields body, out FieldErrors errors)
    {
        errors = body.Errors;
        var names = ProjectThresholds.All.ToDictionary(entry => ApiJson.Name(ProjectThresholds.NameOf(entry)), ProjectThresholds.NameOf);
        var thresholds = new Dictionary<string, string>();
        foreach (var (name, value) in body.Texts("thresholds") ?? [])
        {
            if (names.TryGetValue(name, out var option))
                thresholds[option] = value ?? "";
            else
                errors.Add($"thresholds.{name}", $"A project has no such threshold. Use {JsonFields.OneOf(names.Keys)}.");
        }

        var muted = (body.Items("muted") ?? []).Select(mute => new MuteDraft(
            mute.Text("detector") ?? "", mute.Text("field"), mute.Time("until")?.UtcDateTime, mute.Text("why") ?? "")).ToList();
        return new DetectionDraft(thresholds, muted);
    }
}

/// <summary>A detector that is not to be heard of.</summary>
/// <param name="Field">Only of this capture field.</param>
/// <param name="Until">When it is heard of again; stays quiet when not given.</param>
public sealed record MuteBody(string Detector, string? Field, DateTimeOffset? Until, string? Why);

/// <summary>Detection settings of a project as the API shows them.</summary>
/// <param name="Revision">The project's: send it back with what is set.</param>
public sealed record ApiDetection(int Revision, IReadOnlyDictionary<string, double> Thresholds, IReadOnlyList<DetectorMute> Muted)
{
    public static ApiDetection Of(Project project) => new(
        project.Revision, project.Detection.Thresholds.ToDictionary(one => ApiJson.Name(one.Key), one => one.Value), project.Detection.Muted);
}

/// <summary>What settings would have found.</summary>
public sealed record ApiDetectionPreview(IReadOnlyList<DateOnly> Days, IReadOnlyList<ApiPreviewedFinding> Findings)
{
    public static ApiDetectionPreview Of(DetectionPreview preview) => new(
        preview.Days,
        [.. preview.Findings.Select(found => new ApiPreviewedFinding(
            found.Latest.Detector, found.Latest.Cause, found.Latest.Field?.Key, found.Latest.Hits, found.Latest.Total, found.Proposed, found.Present))]);
}

/// <summary>One problem, and on which days it would be found with the settings tried (proposed) and is with those in force (present).</summary>
public sealed record ApiPreviewedFinding(
    string Detector, string Cause, string? Field, int Hits, int Total, IReadOnlyList<bool> Proposed, IReadOnlyList<bool> Present);
