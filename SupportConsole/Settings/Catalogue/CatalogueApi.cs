using System.ComponentModel;
using SupportConsole.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Suggestions.Catalogue;
using SupportConsole.Intake;
using SupportConsole.Shell;

namespace SupportConsole.Settings.Catalogue;

/// <summary>Reads and writes the catalogue of changes: what the page does, with the same outcomes.</summary>
internal static class CatalogueApi
{
    public static void MapCatalogue(this IEndpointRouteBuilder endpoints)
    {
        var catalogue = endpoints.MapGroup("/api/catalogue").WithTags("Catalogue");
        catalogue.MapGet("", ListAsync)
            .ForKeys(Policies.ApiRead, "List the catalogue of changes", "Every entry that is shipped, and the added ones after that of their cause.")
            .Produces<ApiCatalogue>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        catalogue.MapGet("/{key}", GetAsync)
            .ForKeys(Policies.ApiRead, "Read an entry", "Its key is its cause; that of an added one goes on with :field, @project or both.")
            .Produces<ApiCatalogueEntry>().ProducesProblem(StatusCodes.Status404NotFound);
        catalogue.MapPost("", AddAsync)
            .ForKeys(Policies.ApiAdmin, "Add an entry", "For a cause, narrowed to a capture field, a project or both. Of the entries that fit a finding the most specific one is used. 409 when there is one already.")
            .Takes<NewCatalogueBody>().WithBodyLimit(endpoints, options => options.MaxBodyBytes)
            .Produces<ApiCatalogueEntry>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict);
        catalogue.MapPut("/{key}", SaveAsync)
            .ForKeys(Policies.ApiAdmin, "Write an entry", "Holds from the next check on. 409 with outcome target_moved when it is not at the revision that was read: nothing is done then.")
            .Takes<CatalogueBody>().WithBodyLimit(endpoints, options => options.MaxBodyBytes)
            .Produces<ApiCatalogueEntry>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        catalogue.MapDelete("/{key}", TakeBackAsync)
            .ForKeys(Policies.ApiAdmin, "Take an entry back", "An added one is deleted; of the others the shipped text holds again.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ListAsync(
        [Description(Paging.CursorText)] string? cursor, [Description(Paging.LimitText)] string? limit, CatalogueQueries queries, CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var take = Paging.Limit(limit, errors, Paging.Most);
        var rows = await queries.ListAsync(cancellation);
        // The key of the last entry of the page before: those that are added meanwhile move no other page.
        var last = cursor is null ? -1 : rows.Select(row => row.Key.ToString()).ToList().IndexOf(cursor);
        errors.AddWhen(cursor is not null && last < 0, "cursor", "Give next_cursor as it was answered.");
        if (errors.Any)
            return Problems.Invalid(errors);
        var page = rows.Skip(last + 1).Take(take).ToList();
        return TypedResults.Ok(new ApiCatalogue([.. page.Select(ApiCatalogueEntry.Of)], last + 1 + page.Count < rows.Count ? page[^1].Key.ToString() : null));
    }

    private static async Task<IResult> GetAsync(string key, CatalogueQueries queries, CancellationToken cancellation) =>
        await FindAsync(queries, CatalogueKey.Parse(key), cancellation) is { } entry ? TypedResults.Ok(entry) : Unknown(key);

    private static async Task<IResult> AddAsync(HttpContext http, CatalogueQueries queries, CatalogueEditing editing)
    {
        var body = await JsonBody.ReadAsync(http.Request);
        var key = NewCatalogueBody.ReadKey(body);
        var draft = CatalogueBody.Read(body);
        if (body.Errors.Any)
            return Problems.Invalid(body.Errors);
        var start = await queries.StartAsync(key, http.RequestAborted);
        if (start?.By is not null)
            return Taken(key);
        var saved = await editing.SaveAsync(key, draft, start?.Revision, http.Actor(), http.RequestAborted);
        switch (saved.Outcome)
        {
            case CatalogueOutcome.Done:
                return TypedResults.Created($"/api/catalogue/{Uri.EscapeDataString(key.ToString())}", await FindAsync(queries, key, http.RequestAborted));
            case CatalogueOutcome.NotFound:
                body.Errors.Add("cause", $"No detector names the cause {key.Cause}.");
                return Problems.Invalid(body.Errors);
            default:
                return saved.Errors.Any ? Problems.Invalid(saved.Errors) : Taken(key);
        }
    }

    private static async Task<IResult> SaveAsync(string key, HttpContext http, CatalogueQueries queries, CatalogueEditing editing)
    {
        var body = await JsonBody.ReadAsync(http.Request);
        var (revision, draft, which) = (body.Integer("revision"), CatalogueBody.Read(body), CatalogueKey.Parse(key));
        if (body.Errors.Any)
            return Problems.Invalid(body.Errors);
        if (await queries.GetAsync(which, http.RequestAborted) is null)
            return Unknown(key);
        var saved = await editing.SaveAsync(which, draft, revision, http.Actor(), http.RequestAborted);
        return saved.Outcome switch
        {
            CatalogueOutcome.Refused => Problems.Invalid(saved.Errors),
            CatalogueOutcome.Moved => Problems.Rewritten(saved.Revision),
            CatalogueOutcome.NotFound => Unknown(key),
            _ => await GetAsync(key, queries, http.RequestAborted),
        };
    }

    private static async Task<IResult> TakeBackAsync(
        string key, [Description("The revision that was read: 409 when it has changed since.")] string? revision, HttpContext http, CatalogueEditing editing)
    {
        var errors = new FieldErrors();
        var read = int.TryParse(revision, out var number) ? number : (int?)null;
        errors.AddWhen(revision is not null && read is null, "revision", "This must be a whole number.");
        if (errors.Any)
            return Problems.Invalid(errors);
        var saved = await editing.SaveAsync(CatalogueKey.Parse(key), null, read, http.Actor(), http.RequestAborted);
        return saved.Outcome switch
        {
            CatalogueOutcome.Moved => Problems.Rewritten(saved.Revision),
            CatalogueOutcome.NotFound => Unknown(key),
            _ => TypedResults.NoContent(),
        };
    }

    private static async Task<ApiCatalogueEntry?> FindAsync(CatalogueQueries queries, CatalogueKey key, CancellationToken cancellation) =>
        (await queries.ListAsync(cancellation)).FirstOrDefault(row => row.Key == key) is { } row ? ApiCatalogueEntry.Of(row) : null;

    private static IResult Taken(CatalogueKey key) => Problems.Taken("cause", $"There is an entry {key} already; write it with PUT.");

    private static IResult Unknown(string key) => Problems.NotFound($"The catalogue has no entry {key}.");
}
