using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SQLitePCL;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Tests.TestSupport;

/// <summary>
/// Kills the process it runs in, from within and without warning, at the moment that KILL_WHEN names: "MOMENT TEXT". It listens to
/// what EF Core and <see cref="PreparedStatements"/> tell every diagnostic tool, so the console itself knows nothing of it.
/// <list type="bullet">
/// <item>executing: before the first command that holds the text (in its SQL or a parameter);</item>
/// <item>committing, committed: before and after the commit of the first transaction with such a command;</item>
/// <item>recorded: when a call with that external id is on disk and its sender has not been answered.</item>
/// </list>
/// With MEASURE_EVERY it also measures what is due, since the schedule starts too late for a test.
/// </summary>
internal sealed class KillSwitch(string moment, string text) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    /// <summary>By SQLite's handle, until the connection goes back to the pool.</summary>
    private readonly ConcurrentDictionary<sqlite3, bool> _marked = new();
    private readonly ConcurrentDictionary<Guid, bool> _committing = new();
    private Timer? _measuring;

    public static void Arm()
    {
        var parts = (Environment.GetEnvironmentVariable("KILL_WHEN") ?? "never").Split(' ', 2);
        DiagnosticListener.AllListeners.Subscribe(new KillSwitch(parts[0], parts.ElementAtOrDefault(1) ?? ""));
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name is "Microsoft.EntityFrameworkCore" or "Microsoft.Extensions.Hosting" or PreparedStatements.DiagnosticName)
            value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        switch (value.Value)
        {
            case CommandEventData command when value.Key == RelationalEventId.CommandExecuting.Name && Holds(command.Command):
                _marked[Handle(command.Command.Connection)] = true;
                KillAt("executing");
                break;
            case StatementExecuting statement when text.Length > 0 && statement.Sql.Contains(text, StringComparison.Ordinal):
                _marked[statement.Connection] = true;
                KillAt("executing");
                break;
            case TransactionEventData transaction when value.Key == RelationalEventId.TransactionCommitting.Name && _marked.ContainsKey(Handle(transaction.Transaction.Connection)):
                _committing[transaction.ConnectionId] = true; // Once it is committed, a transaction knows its connection no more.
                KillAt("committing");
                break;
            case TransactionEndEventData transaction when value.Key == RelationalEventId.TransactionCommitted.Name && _committing.ContainsKey(transaction.ConnectionId):
                KillAt("committed");
                break;
            case ConnectionEventData connection when value.Key == RelationalEventId.ConnectionClosing.Name && moment != "recorded":
                _marked.TryRemove(Handle(connection.Connection), out _);
                break;
            case ConnectionEventData connection when value.Key == RelationalEventId.ConnectionClosing.Name && moment == "recorded" && IsRecorded(connection.Connection):
                KillAt("recorded");
                break;
            case IHost host when Environment.GetEnvironmentVariable("MEASURE_EVERY") is { } every:
                _measuring = new Timer(_ => Measure(host), null, TimeSpan.Zero, TimeSpan.Parse(every, CultureInfo.InvariantCulture));
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static sqlite3 Handle(DbConnection? connection) => ((SqliteConnection)connection!).Handle!;

    private bool Holds(DbCommand command) =>
        text.Length > 0 && (command.CommandText.Contains(text, StringComparison.Ordinal)
            || command.Parameters.Cast<DbParameter>().Any(parameter => parameter.Value as string == text));

    private bool IsRecorded(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT COUNT(*) FROM "Calls" WHERE "ExternalId" = $id""";
        var id = command.CreateParameter();
        (id.ParameterName, id.Value) = ("$id", text);
        command.Parameters.Add(id);
        return (long)command.ExecuteScalar()! > 0;
    }

    private void KillAt(string reached)
    {
        if (reached != moment)
            return;
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite); // Not one more instruction of the console.
    }

    private static async void Measure(IHost host)
    {
        try
        {
            await host.Services.GetRequiredService<ImpactJudging>().MeasureDueAsync();
        }
        catch (Exception)
        {
            // The database is not migrated yet, or another measuring was quicker.
        }
    }
}
