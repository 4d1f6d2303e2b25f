using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Data.Demo;
using SupportConsole.Domain.Data.Demo.Traffic;
using SupportConsole.Domain.Projects;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Demo;

[Collection(DemoCollection.Name)]
public sealed class DemoWorkspaceTests(DemoHistory history)
{
    [Fact]
    public async Task Start_WithRealPeopleInTheDatabase_IsRefused()
    {
        await using var real = new ConsoleHost();
        await real.AddPersonAsync(Roles.Admin);

        var (code, output) = await StartAsync(real.DataFolder, Path.Combine(real.DataFolder, "console.db"));

        code.ShouldBe(1);
        output.ShouldContain("holds real people");
        output.ShouldNotContain("/login?as=");
    }

    [Fact]
    public async Task Start_WithSomebodysProjectsInTheDatabase_IsRefused()
    {
        await using var real = new ConsoleHost();
        _ = real.Address;
        await real.Services.GetRequiredService<ProjectEditing>().CreateAsync(
            new ProjectDraft("theirs", "Theirs", null, "en", [], ""), new Actor("test"));

        var (code, output) = await StartAsync(real.DataFolder, Path.Combine(real.DataFolder, "console.db"));

        code.ShouldBe(1);
        output.ShouldContain("projects that the demo did not make");
    }

    [Fact]
    public async Task Start_OnADatabaseThatIsNotTheDemos_LeavesItsShapeAsItWas()
    {
        await using var folder = new ConsoleHost(); // Not started: its folder only.
        var file = Path.Combine(folder.DataFolder, "old.db");
        await using var old = new SqliteConnection($"Data Source={file};Pooling=False");
        await old.OpenAsync();
        await SqlAsync("""CREATE TABLE "People" ("Id" INTEGER, "Demo" INTEGER); INSERT INTO "People" VALUES (1, 0)""");

        var (code, output) = await StartAsync(folder.DataFolder, file);

        code.ShouldBe(1);
        output.ShouldContain("holds real people");
        (await SqlAsync("SELECT COUNT(*) FROM sqlite_master")).ShouldBe(1L);

        async Task<object?> SqlAsync(string sql)
        {
            await using var command = old.CreateCommand();
            command.CommandText = sql;
            return await command.ExecuteScalarAsync();
        }
    }

    [Fact]
    public async Task Start_TheFirst_KeepsTheKeyMadeJustBefore()
    {
        await using var before = new ConsoleHost();
        await before.Get<ApiKeys>().AddAsync(new ApiKeyDraft("dialer", [Scopes.Intake]), new Actor("test"));
        await using var demo = new ConsoleHost
        {
            Settings =
            {
                ["Demo:Enabled"] = "true",
                ["Demo:CallsPerMinute"] = "0",
                ["Database:ConnectionString"] = $"Data Source={Path.Combine(before.DataFolder, "console.db")}",
            },
        };

        await using var db = await demo.Get<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        (await db.ApiKeys.SingleAsync()).Name.ShouldBe("dialer");
        (await db.Users.CountAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task Passwords_AtEachStart_AreNewAndWork()
    {
        await using var host = history.Host(new FakeClock(DemoHistory.Now));
        _ = host.Address;

        var first = await host.Services.GetRequiredService<DemoPeople>().RenewAsync();
        var second = await host.Services.GetRequiredService<DemoPeople>().RenewAsync();

        first.Concat(second).Select(person => person.Password).Distinct().Count().ShouldBe(6);
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        foreach (var signIn in second)
        {
            var person = await db.Users.SingleAsync(person => person.Email == signIn.Email);
            person.Role.ShouldBe(signIn.Role);
            new PasswordHasher<Person>().VerifyHashedPassword(person, person.PasswordHash!, signIn.Password).ShouldBe(PasswordVerificationResult.Success);
        }
    }

    [Fact]
    public async Task Pruning_AboveTheLimit_RemovesTheOldestAndKeepsTheCounts()
    {
        await using var host = history.Host(new FakeClock(DemoHistory.Now), new() { ["Demo:MaxCalls"] = "1000" });
        _ = host.Address;
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        var counted = await db.CallCounts.SumAsync(count => count.Count);
        var newest = await db.Calls.OrderByDescending(call => call.Id).Take(1_000).MinAsync(call => call.Id);

        await host.Services.GetRequiredService<DemoPruning>().PruneAsync();

        (await db.Calls.CountAsync()).ShouldBe(1_000);
        (await db.Calls.MinAsync(call => call.Id)).ShouldBe(newest);
        (await db.CallCounts.SumAsync(count => count.Count)).ShouldBe(counted);
    }

    /// <summary>The process itself, as a person starts it.</summary>
    private static async Task<(int Code, string Output)> StartAsync(string folder, string database)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SupportConsole.dll"), "--urls=http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Testing",
                ["Demo__Enabled"] = "true",
                ["Data__Folder"] = folder,
                ["Database__ConnectionString"] = $"Data Source={database}",
            },
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var stop = patience.Token.Register(() => process.Kill(entireProcessTree: true));
        var output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, output);
    }
}
