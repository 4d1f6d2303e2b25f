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
        var found = await db.Users.AnyAsync(person => !person.Demo, cancellation) ? "real people"
            : !ours && await db.Projects.AnyAsync(cancellation) ? "projects that the demo did not make"
            : null;
        return found is null ? null
            : $"The demo is on (Demo:Enabled), but {File} holds {found}. Switch the demo off, or give it a file of its own: "
                + "leave Database:ConnectionString empty, and remove the file if it is the demo's.";
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
