using SupportConsole.Access;
using SupportConsole.Domain.Upkeep.Backups;

namespace SupportConsole.Health;

/// <summary>A backup as a file. It holds the keys and everybody's data: for admins, and the audit says who took it.</summary>
internal static class BackupDownload
{
    public static void MapBackups(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Links.Backups + "/{name}", TakeAsync).RequireAuthorization(Policies.Admin).ExcludeFromDescription();

    private static async Task<IResult> TakeAsync(string name, HttpContext http, BackupShelf shelf)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await shelf.TakeAsync(name, http.Actor(), http.RequestAborted) is { } file
            ? Results.File(file, "application/zip", name)
            : Results.NotFound();
    }
}
