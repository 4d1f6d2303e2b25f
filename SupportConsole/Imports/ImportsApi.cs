using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Intake;
using SupportConsole.Shell;
// The write class bears the name of this folder.
using ImportWrites = SupportConsole.Domain.Intake.Imports.Imports;

namespace SupportConsole.Imports;

/// <summary>History out of files: upload, mapping, dry run, run, undo.</summary>
internal static class ImportsApi
{
    public static void MapImports(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Links.ImportUpload, UploadByPageAsync).RequireAuthorization(Policies.Admin).ExcludeFromDescription().WithoutBodyLimit();
        endpoints.MapGet(Links.Imports + "/{id:long}/faults.csv", FaultsAsync).RequireAuthorization(Policies.Admin).ExcludeFromDescription();

        var imports = endpoints.MapGroup("/api/imports").WithTags("Imports");
        imports.MapPost("", UploadByKeyAsync)
            .ForKeys(
                Policies.ApiAdmin, "Upload a file of history",
                "The body is the file itself (name it by file_name), or a form with one file. CSV or JSONL, UTF-8. Nothing is written yet: the answer holds the columns and "
                + "what each seems to be. 413 when it is larger than Imports:MaxFileBytes.")
            .Accepts<Stream>(ApiEndpoints.AnyContent).WithoutBodyLimit()
            .Produces<ApiImport>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        imports.MapGet("", ListAsync)
            .ForKeys(Policies.ApiRead, "List the imports", "Newest first.").Produces<ImportList>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        imports.MapGet("/{id:long}", GetAsync)
            .ForKeys(Policies.ApiRead, "Read an import", "How far it is, and what came of it.").Produces<ApiImport>().ProducesProblem(StatusCodes.Status404NotFound);
        imports.MapPut("/{id:long}/mapping", MapAsync)
            .ForKeys(Policies.ApiAdmin, "Say which column is what", "Columns that are not named are left out. Captured values are field:KEY.")
            .Takes<ImportMappingBody>().Decides();
        imports.MapPost("/{id:long}/check", (long id, HttpContext http, ImportWrites imports) => DecideAsync(imports.CheckAsync(id, http.Actor(), http.RequestAborted), id))
            .ForKeys(Policies.ApiAdmin, "Try it", "Reads the whole file without writing; the import then holds what was found.").Decides();
        imports.MapPost("/{id:long}/start", (long id, HttpContext http, ImportWrites imports) => DecideAsync(imports.StartAsync(id, http.Actor(), http.RequestAborted), id))
            .ForKeys(Policies.ApiAdmin, "Start it", "It runs beside the live calls, and goes on after a restart. One that was stopped goes on where it was.").Decides();
        imports.MapPost("/{id:long}/stop", (long id, HttpContext http, ImportWrites imports) => DecideAsync(imports.StopAsync(id, http.Actor(), http.RequestAborted), id))
            .ForKeys(Policies.ApiAdmin, "Stop it", "What has landed stays; start goes on, undo takes it out.").Decides();
        imports.MapPost("/{id:long}/undo", (long id, HttpContext http, ImportWrites imports) => DecideAsync(imports.UndoAsync(id, http.Actor(), http.RequestAborted), id))
            .ForKeys(Policies.ApiAdmin, "Take it out again", "All of its calls go, and what they added to the counts.").Decides();
        imports.MapGet("/{id:long}/faults.csv", FaultsAsync)
            .ForKeys(Policies.ApiRead, "Download the faults", "A line for each field that is wrong, as CSV.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static RouteHandlerBuilder Decides(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces<ApiImport>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static Task<IResult> UploadByPageAsync(HttpContext http, IAntiforgery antiforgery, ImportUploading uploading, IStringLocalizer<ImportWords> words) =>
        PageUpload.AnswerAsync(http, antiforgery, words, async () => await uploading.TakeAsync(http) is ({ } answer, _)
            ? (answer.Import is { } import ? Links.Import(import.Id) : null, answer.Errors) : null);

    private static async Task<IResult> UploadByKeyAsync(HttpContext http, ImportUploading uploading)
    {
        var kind = http.Request.Query["kind"].ToString();
        if (kind.Length > 0 && kind != ImportWrites.Calls)
        {
            var errors = new FieldErrors();
            errors.Add("kind", $"Use {ImportWrites.Calls}.");
            return Problems.Invalid(errors);
        }

        var (answer, tooLarge) = await uploading.TakeAsync(http);
        return tooLarge ? Problems.Problem(StatusCodes.Status413PayloadTooLarge, "This file is larger than an import may be.")
            : answer is { Import: { } import } ? TypedResults.Created($"/api/imports/{import.Id}", ApiImport.Of(import))
            : Problems.Invalid(answer!.Errors!);
    }

    private static async Task<IResult> ListAsync(ImportQueries queries, CancellationToken cancellation, string? limit = null, string? cursor = null)
    {
        var errors = new FieldErrors();
        var (take, before) = (Paging.Limit(limit, errors, 25), Paging.After(cursor, errors));
        if (errors.Any)
            return Problems.Invalid(errors);
        var (rows, next) = Paging.Cut(await queries.ListAsync(before, take, cancellation), take, import => import.Id);
        return TypedResults.Ok(new ImportList([.. rows.Select(ApiImport.Of)], next));
    }

    private static async Task<IResult> GetAsync(long id, ImportQueries queries, CancellationToken cancellation) =>
        await queries.GetAsync(id, cancellation) is { } import ? TypedResults.Ok(ApiImport.Of(import)) : Missing(id);

    private static async Task<IResult> MapAsync(long id, HttpContext http, ImportWrites imports)
    {
        var body = await JsonBody.ReadAsync(http.Request);
        var columns = body.Texts("columns");
        var plan = new ImportPlan(
            [.. (columns ?? []).Select(column => new ImportColumn(column.Key, column.Value))], body.Text("project_id"),
            body.Choice<ImportTimes>("times") ?? ImportTimes.Iso);
        return body.Errors.Any ? Problems.Invalid(body.Errors) : await DecideAsync(imports.MapAsync(id, plan, http.Actor(), http.RequestAborted), id);
    }

    private static async Task<IResult> DecideAsync(Task<ImportAnswer> deciding, long id)
    {
        var answer = await deciding;
        return answer.Import is not { } import ? Missing(id)
            : answer.Errors is { } errors ? Problems.Invalid(errors)
            : answer.NotNow ? Problems.Problem(
                StatusCodes.Status409Conflict, "The import is not in a state in which this can be done; nothing was changed.", ("status", ApiJson.Name(import.Status)), ("thinned_at", import.ThinnedAt))
            : TypedResults.Ok(ApiImport.Of(import));
    }

    private static IResult Missing(long id) => Problems.NotFound($"There is no import {id}.");

    private static async Task FaultsAsync(long id, HttpContext http, ImportQueries queries)
    {
        if (await queries.GetAsync(id, http.RequestAborted) is not { } import)
        {
            await Missing(id).ExecuteAsync(http);
            return;
        }

        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = FormattableString.Invariant($"attachment; filename=\"import-{id}-faults.csv\"");
        http.Response.Headers.CacheControl = "no-store";
        await using var text = new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await text.WriteLineAsync(Csv.Row("line", "call_id", "field", "error"));
        await foreach (var fault in queries.StreamFaultsAsync(id, http.RequestAborted))
            await text.WriteLineAsync(Csv.Row(fault.Line.ToString(CultureInfo.InvariantCulture), fault.ExternalId ?? "", fault.Field, fault.Error));
        if (import.HasMoreFaults)
            await text.WriteLineAsync(Csv.Row("", "", "", FormattableString.Invariant($"Only the first {import.FaultsKept} faults are kept; {import.Rejected} lines were rejected.")));
    }
}
