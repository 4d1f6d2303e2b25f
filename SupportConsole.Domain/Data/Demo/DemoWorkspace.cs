using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data.Demo.History;

namespace SupportConsole.Domain.Data.Demo;

/// <summary>Gets the demo's database ready before the console starts, or refuses to touch one that is not the demo's.</summary>
public sealed class DemoWorkspace(
    IOptions<DemoOptions> demo, IOptions<DatabaseOptions> database, DatabaseStartup startup, IDbContextFactory<SupportDbContext> contexts,
    HistoryBuild history, DemoPeople people)
{
    private string File => new SqliteConnectionStringBuilder(database.Value.ConnectionString).DataSource;

    /// <summary>Says what it does on <paramref name="output"/>, which is never a logger: passwords follow there.</summary>
    public async Task<DemoStart> PrepareAsync(TextWriter output, CancellationToken cancellation = default)
    {
        if (!demo.Value.Enabled)
        {
            return new DemoStart(DemoState.Off, []);
        }

        if (System.IO.File.Exists(File))
        {
            await startup.MigrateAsync(cancellation);
            if (await RefusalAsync(cancellation) is { } refusal)
            {
                await output.WriteLineAsync(refusal);
                return new DemoStart(DemoState.Refused, []);
            }
        }

        if (demo.Value.History && await IsEmptyAsync(cancellation))
        {
            await history.BuildAsync(File, output, cancellation);
        }

        await startup.MigrateAsync(cancellation);
        return new DemoStart(DemoState.Ready, await people.RenewAsync(cancellation));
    }

    private async Task<string?> RefusalAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var ours = await db.Users.AnyAsync(person => person.Demo, cancellation);
        return await db.Users.AnyAsync(person => !person.Demo, cancellation)
            ? $"Demo:Enabled is true, but {File} holds real people. Set Demo:Enabled to false, or leave Database:ConnectionString empty so that the demo uses a file of its own."
            : !ours && await db.Projects.AnyAsync(cancellation)
            ? $"Demo:Enabled is true, but {File} holds projects that the demo did not make. Set Demo:Enabled to false, or leave Database:ConnectionString empty so that the demo uses a file of its own."
            : null;
    }

    private async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        if (!System.IO.File.Exists(File))
        {
            return true;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return !await db.Users.AnyAsync(cancellation) && !await db.Projects.AnyAsync(cancellation);
    }
}

public enum DemoState
{
    Off,
    Ready,
    Refused,
}

/// <summary>How the demo's start went, and how to sign in.</summary>
public sealed record DemoStart(DemoState State, IReadOnlyList<DemoSignIn> SignIns);
