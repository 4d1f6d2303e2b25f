using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Domain.Settings.Audit;
using SupportConsole.Shell;

namespace SupportConsole.Settings.Audit;

/// <summary>The audit as a file, written while it is read: no more of it is ever held than a page.</summary>
internal static class AuditExport
{
    public static void MapAuditExport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Links.AuditExport, ExportAsync).RequireAuthorization(Policies.Reader).ExcludeFromDescription();

    private static async Task ExportAsync(
        HttpContext http, AuditQueries queries, WorkspaceTime time, IStringLocalizer<AuditWords> words,
        string? who, string? action, string? target, string? from, string? to)
    {
        var name = FormattableString.Invariant($"audit-{time.Today:yyyy-MM-dd}.csv");
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        http.Response.Headers.CacheControl = "no-store";

        // With a byte order mark, or a spreadsheet takes it for the encoding of its own country.
        await using var text = new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await text.WriteLineAsync(Csv.Row("id", "at", "who", "action", "target_kind", "target_id", "target", "detail"));
        var rows = 0;
        await foreach (var row in queries.StreamAsync(AuditAddress.Parse(who, action, target, from, to).Filter(time), http.RequestAborted))
        {
            rows++;
            await text.WriteLineAsync(Csv.Row(
                row.Id.ToString(CultureInfo.InvariantCulture), row.At.ToString("O", CultureInfo.InvariantCulture), row.Who, row.Action,
                row.TargetKind, row.TargetId.ToString(CultureInfo.InvariantCulture), row.Name ?? "", row.Detail));
        }

        if (rows == queries.MostExported)
            await text.WriteLineAsync(Csv.Row("", "", "", words["Truncated", rows]));
    }
}
