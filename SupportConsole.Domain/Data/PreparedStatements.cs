using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace SupportConsole.Domain.Data;

/// <summary>
/// Statements that are run for every call that comes in. They go to SQLite without ADO.NET between, whose parameters by name and reader
/// for each row took longer than the row itself; and each is prepared once for a connection, which the pool hands out again, since
/// preparing takes ten times as long as running.
/// </summary>
public sealed class PreparedStatements
{
    /// <summary>Tells diagnostic tools of every statement, as EF Core does of its own: "Executing" with a <see cref="StatementExecuting"/>.</summary>
    public const string DiagnosticName = "SupportConsole.Data";

    private const string Executing = "Executing";

    private static readonly DiagnosticListener Diagnostics = new(DiagnosticName);

    private static readonly ConditionalWeakTable<sqlite3, Dictionary<string, (sqlite3_stmt Statement, int[] At)>> Prepared = [];

    private readonly sqlite3 _connection;
    private readonly Dictionary<string, (sqlite3_stmt Statement, int[] At)> _statements;

    private PreparedStatements(sqlite3 connection) => (_connection, _statements) = (connection, Prepared.GetValue(connection, _ => []));

    /// <summary>On the context's connection, in its transaction when it has one.</summary>
    public static PreparedStatements Of(SupportDbContext db)
    {
        db.Database.OpenConnection();
        return On((SqliteConnection)db.Database.GetDbConnection());
    }

    /// <summary>On an open connection.</summary>
    public static PreparedStatements On(SqliteConnection connection) => new(connection.Handle!);

    /// <summary>Closes the connections to a file that nobody uses any more, with what is prepared on them: either would keep the file open.</summary>
    public static void Close(string file)
    {
        var path = Path.GetFullPath(file);
        foreach (var (connection, statements) in Prepared)
        {
            if (!connection.IsClosed && raw.sqlite3_db_filename(connection, "main").utf8_to_string() == path)
            {
                foreach (var (statement, _) in statements.Values)
                {
                    statement.Dispose();
                }

                Prepared.Remove(connection);
            }
        }

        SqliteConnection.ClearAllPools();
    }

    /// <summary>Runs <paramref name="sql"/>, whose parameters are $1, $2, ..., and returns the first value of the first row (text or a whole number), or null.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values)
    {
        object? first = null;
        var isFirst = true;
        Step(sql, row => (first, isFirst) = (isFirst ? row.Value(0) : first, false), values);
        return first;
    }

    /// <summary>The same for every row of the answer.</summary>
    public List<T> Rows<T>(string sql, Func<StatementRow, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        Step(sql, row => rows.Add(read(row)), values);
        return rows;
    }

    /// <summary>The same for answers of many rows, which need not be kept.</summary>
    public void Each(string sql, Action<StatementRow> read, params ReadOnlySpan<object?> values) => Step(sql, read, values);

    /// <summary>Runs a write.</summary>
    public void Run(string sql, params ReadOnlySpan<object?> values) => Step(sql, null, values);

    /// <summary>Runs a write of at most one row; whether there was one. RETURNING would keep its answer in a table first.</summary>
    public bool Changes(string sql, params ReadOnlySpan<object?> values)
    {
        Run(sql, values);
        return raw.sqlite3_changes(_connection) > 0;
    }

    /// <summary>Runs an insert and returns its row's id; null when it wrote none.</summary>
    public long? Insert(string sql, params ReadOnlySpan<object?> values) =>
        Changes(sql, values) ? raw.sqlite3_last_insert_rowid(_connection) : null;

    /// <summary>To its end: a write is done only when the last step is.</summary>
    private void Step(string sql, Action<StatementRow>? read, ReadOnlySpan<object?> values)
    {
        var (statement, at) = Statement(sql, values.Length);
        if (Diagnostics.IsEnabled(Executing))
        {
            Diagnostics.Write(Executing, new StatementExecuting(sql, _connection));
        }

        try
        {
            for (var i = 0; i < values.Length; i++)
            {
                Check(Bind(statement, at[i], values[i]));
            }

            int answer;
            while ((answer = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                read?.Invoke(new StatementRow(statement));
            }

            Check(answer == raw.SQLITE_DONE ? raw.SQLITE_OK : answer);
        }
        finally
        {
            raw.sqlite3_reset(statement); // Its fault is the one that the step has told.
            raw.sqlite3_clear_bindings(statement); // What was said in a call must not lie in memory until the next.
        }
    }

    private static int Bind(sqlite3_stmt statement, int at, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, at),
        string text => raw.sqlite3_bind_text(statement, at, text),
        long number => raw.sqlite3_bind_int64(statement, at, number),
        int number => raw.sqlite3_bind_int64(statement, at, number),
        _ => throw new ArgumentException($"A statement takes text and whole numbers, not {value.GetType().Name}."),
    };

    private void Check(int answer) => SqliteException.ThrowExceptionForRC(answer, _connection);

    /// <summary>The statement, and where each parameter stands: SQLite numbers $1, $2, ... in the order in which they are first named.</summary>
    private (sqlite3_stmt Statement, int[] At) Statement(string sql, int parameters)
    {
        if (!_statements.TryGetValue(sql, out var known))
        {
            Check(raw.sqlite3_prepare_v3(_connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
            _statements[sql] = known = (statement, [.. Enumerable.Range(1, parameters).Select(number => raw.sqlite3_bind_parameter_index(statement, $"${number}"))]);
        }

        return known;
    }
}

/// <summary>A statement that is about to be run, and SQLite's handle of its connection.</summary>
public sealed record StatementExecuting(string Sql, sqlite3 Connection);
