using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data.Demo.History;

namespace SupportConsole.Domain.Data.Demo;

/// <summary>Gets the demo's database ready before the console starts, or refuses to touch one that is not the demo's.</summary>
public sealed class DemoWorkspace(
    IOptions<DemoOptions> demo, IOptions<DatabaseOptions> database, DatabaseStartup startup, HistoryBuild history, DemoPeople people)
{
    private string File => new SqliteConnectionStringBuilder(database.Value.ConnectionString).DataSource;

    /// <summary>Says what it does on <paramref name="output"/>, which is never a logger: passwords follow there.</summary>
    public async Task<DemoStart> PrepareAsync(TextWriter output, CancellationToken cancellation = default)
    {
        if (!demo.Value.Enabled)
        {
            return new DemoStart(DemoState.Off, []);
        }

        if (await RefusalAsync(cancellation) is { } refusal)
        {
            await output.WriteLineAsync(refusal);
            return new DemoStart(DemoState.Refused, []);
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
        var found = await HoldsAsync("People", "NOT \"Demo\"", cancellation) ? "real people"
            : !await HoldsAsync("People", "\"Demo\"", cancellation) && await HoldsAsync("Projects", "TRUE", cancellation) ? "projects that the demo did not make"
            : null;
        return found is null ? null
            : $"The demo is on (Demo:Enabled), but {File} holds {found}. Switch the demo off, or give it a file of its own: "
                + "leave Database:ConnectionString empty, and remove the file if it is the demo's.";
    }

    /// <summary>Whether nobody has done anything with it: whoever made a key or a webhook, or left a trace in the audit, wants it kept.</summary>
    private async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        foreach (var table in (string[])["People", "Projects", "ApiKeys", "Webhooks", "AuditEntries"])
        {
            if (await HoldsAsync(table, "TRUE", cancellation))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether the table is there and has such a row. Read past EF Core and read-only: a database that may not be the demo's
    /// must not be brought to this build's shape first.
    /// </summary>
    private async Task<bool> HoldsAsync(string table, string which, CancellationToken cancellation)
    {
        if (!System.IO.File.Exists(File))
        {
            return false;
        }

        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(database.Value.ConnectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '{table}')""";
        if ((long)(await command.ExecuteScalarAsync(cancellation))! == 0)
        {
            return false;
        }

        command.CommandText = $"""SELECT EXISTS (SELECT 1 FROM "{table}" WHERE {which})""";
        return (long)(await command.ExecuteScalarAsync(cancellation))! != 0;
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
