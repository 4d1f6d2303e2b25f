using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Data.Demo.History;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Demo;

[Collection(DemoCollection.Name)]
public sealed class DemoHistoryTests(DemoHistory history) : IAsyncLifetime
{
    private ConsoleHost _host = null!;
    private SupportDbContext _db = null!;

    public async Task InitializeAsync()
    {
        _host = history.Host(new FakeClock(DemoHistory.Now));
        _ = _host.Address;
        _db = await _host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
    }

    public async Task DisposeAsync()
    {
        await _db.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Newcomer_OnArrival_FindsOpenCardsWithTheOneThatHelpsMostOnTop()
    {
        var open = (await _host.Services.GetRequiredService<SuggestionQueries>().ListAsync(SuggestionView.Open)).Rows;

        open.Count.ShouldBeInRange(2, 4);
        (open[0].ProjectExternalId, open[0].Cause).ShouldBe(("car-finance-checker", "missing.not_confirmed"));
        open[0].Predicted.CallsToJudge.ShouldBe(50, "a newcomer must see its verdict within minutes");
    }

    [Fact]
    public async Task Cards_OfTheWholeHistory_NameTheHiddenCauses()
    {
        var cards = await _db.Suggestions.AsNoTracking().Include(card => card.Project).ToListAsync();

        cards.Select(card => $"{card.Project!.ExternalId} {card.Cause} {card.Field}".TrimEnd()).Distinct().Order().ShouldBe(
        [
            "boiler-cover-renewals best_practice.introduction",
            "boiler-cover-renewals hang_up.opening",
            "boiler-cover-renewals missing.not_answered serial_number",
            "boiler-cover-renewals success.early_hang_up",
            "car-finance-checker missing.not_asked deposit",
            "car-finance-checker missing.not_confirmed target_price",
            "energie-overstap missing.not_asked huidige_leverancier",
            "energie-overstap missing.not_asked meterstand",
            "tandarts-herinnering success.no_answer",
            "tandarts-herinnering timing.hours",
            "trial-follow-up hang_up.long",
        ]);
    }

    [Fact]
    public async Task HealthyProject_OverTheWholeHistory_HasNoCard()
    {
        (await _db.Calls.CountAsync(call => _db.Projects.Any(project => project.Id == call.ProjectId && project.ExternalId == "delivery-feedback")))
            .ShouldBeGreaterThan(500);
        (await _db.Suggestions.AnyAsync(card => card.Project!.ExternalId == "delivery-feedback")).ShouldBeFalse();
    }

    [Fact]
    public async Task ImpactPage_OnArrival_HasPromisesKeptAndBroken()
    {
        var verdicts = await _db.Suggestions.AsNoTracking().Where(card => card.Verdict != null)
            .Select(card => new { card.Project!.ExternalId, card.Verdict }).ToListAsync();

        verdicts.Count(card => card.Verdict == Verdict.Held).ShouldBe(3);
        verdicts.Where(card => card.Verdict != Verdict.Held).ShouldHaveSingleItem().ShouldBe(
            new { ExternalId = "boiler-cover-renewals", Verdict = (Verdict?)Verdict.NotHeld });
        (await _db.Outcomes.CountAsync()).ShouldBe(4);
        (await _db.Suggestions.CountAsync(card => card.Status == SuggestionStatus.RolledBack)).ShouldBe(1);
        (await _db.Suggestions.CountAsync(card => card.Status == SuggestionStatus.Rejected)).ShouldBe(3);
    }

    [Fact]
    public async Task History_Made_IsWholeAndOnlyOfThePast()
    {
        var now = DemoHistory.Now.UtcDateTime;

        (await _db.Calls.CountAsync(call => call.ProcessedAt == null)).ShouldBe(0);
        (await _db.Calls.AnyAsync(call => call.StartedAt > now)).ShouldBeFalse();
        (await _db.Calls.MinAsync(call => call.StartedAt)).ShouldBeLessThan(now.AddDays(-30));
        (await _db.AuditEntries.AnyAsync(entry => entry.At > now)).ShouldBeFalse();
        (await _db.CallCounts.Where(count => count.Kind == CallCountKind.Outcome).SumAsync(count => count.Count)).ShouldBe(await _db.Calls.CountAsync());
        (await _db.Users.AsNoTracking().Select(person => person.Role).ToListAsync()).Order().ShouldBe(Roles.All.Order());
        (await _db.Users.AllAsync(person => person.Demo)).ShouldBeTrue();
    }

    [Fact]
    public async Task Build_KilledHalfway_LeavesNothingAndBeginsAgain()
    {
        var file = Path.Combine(_host.DataFolder, "again.db");
        using var killed = new CancellationTokenSource();
        using var progress = new CancelAtFirstLine(killed);
        var build = new HistoryBuild(DemoHistory.Shipped, new FakeClock(DemoHistory.Now));

        await Should.ThrowAsync<OperationCanceledException>(() => build.BuildAsync(file, progress, killed.Token));
        File.Exists(file).ShouldBeFalse();
        await File.WriteAllTextAsync(file + ".unfinished", "what a power cut left");
        await build.BuildAsync(file, TextWriter.Null);

        File.Exists(file + ".unfinished").ShouldBeFalse();
        await using var again = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False");
        await again.OpenAsync();
        await using var count = again.CreateCommand();
        count.CommandText = """SELECT COUNT(*) FROM "Calls" """;
        (await count.ExecuteScalarAsync()).ShouldBe((long)await _db.Calls.CountAsync());
    }

    private sealed class CancelAtFirstLine(CancellationTokenSource killed) : StringWriter
    {
        public override Task WriteLineAsync(string? value) => killed.CancelAsync();
    }
}
