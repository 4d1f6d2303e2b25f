using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SupportConsole.Domain.Data.Migrations.Sqlite;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Data;

/// <summary>The table of counts was made anew once, and EF Core, which would make it without its one place for a row, must not do so unnoticed.</summary>
public sealed class CountsAreTheirKeyTests
{
    [Fact]
    public async Task Counts_OfAnOlderBuild_AreAllThereAfterIt()
    {
        await using var loop = await Loop.StartAsync();
        await loop.CallsAsync(40, captured: 10);
        await using var db = await loop.ContextAsync();
        var before = await CountsAsync();
        var migrator = db.GetService<IMigrator>();

        await migrator.MigrateAsync(nameof(Triage));
        (await SqlAsync()).ShouldNotContain("WITHOUT ROWID");
        await migrator.MigrateAsync();

        (await SqlAsync()).ShouldContain("WITHOUT ROWID");
        (await CountsAsync()).ShouldBe(before);
        before.Count.ShouldBeGreaterThan(3);

        Task<List<string>> CountsAsync() => db.CallCounts.AsNoTracking().OrderBy(row => row.Bucket).ThenBy(row => row.Kind).ThenBy(row => row.Value)
            .Select(row => $"{row.ProjectId} {row.Version} {row.Bucket} {row.Kind} {row.Value} {row.Count}").ToListAsync();

        Task<string> SqlAsync() => db.Database.SqlQuery<string>($"""SELECT "sql" AS "Value" FROM sqlite_master WHERE "name" = 'CallCounts'""").SingleAsync();
    }
}
