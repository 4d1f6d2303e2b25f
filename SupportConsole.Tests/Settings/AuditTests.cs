using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Settings.Audit;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Settings;

public sealed class AuditTests : IAsyncLifetime
{
    private readonly FakeClock _clock = new(new(2026, 3, 28, 22, 30, 0, TimeSpan.Zero)); // half past eleven in Amsterdam, an hour before the clocks change
    private readonly ConsoleHost _host;

    public AuditTests() => _host = new() { Replace = services => services.AddSingleton<TimeProvider>(_clock), Settings = { ["Audit:ExportRows"] = "5" } };

    private AuditQueries Queries => _host.Get<AuditQueries>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task List_PagedByKey_ShowsEachEntryOnceWhileNewOnesComeIn()
    {
        await WriteAsync(7);
        var first = await Queries.ListAsync(new(), take: 3);
        await WriteAsync(2); // would push rows to the next page if pages were counted

        var second = await Queries.ListAsync(new(), first.Rows[^1].Id, take: 3);
        var third = await Queries.ListAsync(new(), second.Rows[^1].Id, take: 3);

        var seen = first.Rows.Concat(second.Rows).Concat(third.Rows).Select(row => row.Id).ToList();
        seen.ShouldBe(seen.Distinct().OrderDescending());
        (seen.Count, first.More, third.More).ShouldBe((7, true, false));
        (await Queries.CountNewerAsync(new(), first.Rows[0].Id)).ShouldBe(2);
    }

    [Fact]
    public async Task Filters_Together_FindExactlyWhatTheySay()
    {
        await WriteAsync(1, who: "anna@example.com", action: "suggestion.accepted", kind: "suggestion", id: 1);
        await WriteAsync(1, who: "anna@example.com", action: "suggestion.rejected", kind: "suggestion", id: 2);
        await WriteAsync(1, who: "ANNA", action: "suggestion.accepted", kind: "suggestion", id: 1);
        _clock.Advance(TimeSpan.FromHours(1)); // past midnight in Amsterdam
        await WriteAsync(1, who: "anna@example.com", action: "suggestion.accepted", kind: "suggestion", id: 1);

        (await Queries.ListAsync(new(Who: "anna@example.com", Action: "suggestion.accepted"))).Rows.Count.ShouldBe(2);
        (await Queries.ListAsync(new(TargetKind: "suggestion", TargetId: 2))).Rows.Count.ShouldBe(1);
        (await Queries.ListAsync(new(Until: new(2026, 3, 28, 23, 0, 0, DateTimeKind.Utc)))).Rows.Count.ShouldBe(3);
        using var manager = await _host.ClientAsync(Roles.Manager);
        // A day is the workspace's: the fourth was written on the 29th in Amsterdam, on the 28th in UTC.
        (await RowsAsync(manager, "?from=2026-03-29&who=anna@example.com")).Count.ShouldBe(1);
        (await RowsAsync(manager, "?to=2026-03-28&who=ANNA")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Export_OfHostileText_RunsNoFormulaAndKeepsItsColumns()
    {
        await WriteAsync(1, who: "=HYPERLINK(\"http://evil\",\"x\")@example.com", action: "+1", kind: "@SUM(A1)");
        await WriteAsync(1, who: "a,b\"c\r\nd");
        using var admin = await _host.ClientAsync(Roles.Admin);

        var answer = await admin.GetAsync(Links.AuditExport);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("audit-2026-03-28.csv");
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain("\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")@example.com\",\"'+1\",\"'@SUM(A1)\"");
        text.ShouldContain("\"a,b\"\"c\r\nd\"");
    }

    [Fact]
    public async Task Export_OfMoreThanItsLimit_EndsThereAndSaysSo()
    {
        await WriteAsync(9);
        using var admin = await _host.ClientAsync(Roles.Admin);

        var rows = await RowsAsync(admin, "");

        rows.Count.ShouldBe(6);
        rows[^1].ShouldContain("Only the newest 5 rows");
    }

    [Fact]
    public async Task Export_ByRole_IsForAdminsAndManagers()
    {
        using var stranger = _host.StrangerClient();
        using var staff = await _host.ClientAsync(Roles.Staff);
        using var key = await _host.ApiClientAsync(Scopes.Admin);

        (await stranger.GetAsync(Links.AuditExport)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await staff.GetAsync(Links.AuditExport)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await key.GetAsync(Links.AuditExport)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<List<string>> RowsAsync(HttpClient client, string query) =>
        [.. (await client.GetStringAsync(Links.AuditExport + query)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];

    private Task WriteAsync(int count, string who = "anna@example.com", string action = "job.run", string kind = "job", long id = 0) =>
        _host.Get<WriteGate>().WriteAsync(db =>
        {
            for (var i = 0; i < count; i++)
                db.Audit(new Actor(who), action, kind, id, new { Job = "sweep" });
            return Task.CompletedTask;
        });
}
