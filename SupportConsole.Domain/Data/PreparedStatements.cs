using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace SupportConsole.Domain.Data;

/// <summary>
/// Statements prepared once and run for many rows of one commit. What answers one value goes to SQLite without ADO.NET between:
/// parameters by name and a reader for each row took longer than the row itself.
/// </summary>
public sealed class PreparedStatements(SqliteConnection connection, SqliteTransaction? transaction) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private readonly Dictionary<string, (sqlite3_stmt Statement, int[] At)> _statements = [];

    /// <summary>On the context's connection, in its transaction when it has one.</summary>
    public static PreparedStatements Of(SupportDbContext db)
    {
        db.Database.OpenConnection();
        return new PreparedStatements((SqliteConnection)db.Database.GetDbConnection(), (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
    }

    /// <summary>Runs <paramref name="sql"/>, whose parameters are $1, $2, ..., and returns the first value of the first row (text or a whole number), or null.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values)
    {
        var (statement, at) = Statement(sql, values.Length);
        try
        {
            for (var i = 0; i < values.Length; i++)
            {
                Check(Bind(statement, at[i], values[i]));
            }

            return First(statement);
        }
        finally
        {
            raw.sqlite3_reset(statement); // Its fault is the one that the step has told.
        }
    }

    /// <summary>The same for every row of the answer.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Command(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Runs a write of at most one row; whether there was one. RETURNING would keep its answer in a table first.</summary>
    public bool Changes(string sql, params ReadOnlySpan<object?> values)
    {
        Scalar(sql, values);
        return raw.sqlite3_changes(connection.Handle) > 0;
    }

    /// <summary>Runs an insert and returns its row's id; null when it wrote none.</summary>
    public long? Insert(string sql, params ReadOnlySpan<object?> values) =>
        Changes(sql, values) ? raw.sqlite3_last_insert_rowid(connection.Handle) : null;

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        foreach (var (statement, _) in _statements.Values)
        {
            statement.Dispose();
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

    /// <summary>To its end: a write is done only when the last step is.</summary>
    private object? First(sqlite3_stmt statement)
    {
        object? first = null;
        int answer;
        for (var isFirst = true; (answer = raw.sqlite3_step(statement)) == raw.SQLITE_ROW; isFirst = false)
        {
            if (isFirst)
            {
                first = raw.sqlite3_column_type(statement, 0) switch
                {
                    raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, 0),
                    raw.SQLITE_TEXT => raw.sqlite3_column_text(statement, 0).utf8_to_string(),
                    _ => null,
                };
            }
        }

        Check(answer == raw.SQLITE_DONE ? raw.SQLITE_OK : answer);
        return first;
    }

    private void Check(int answer) => SqliteException.ThrowExceptionForRC(answer, connection.Handle);

    /// <summary>The statement, and where each parameter stands: SQLite numbers $1, $2, ... in the order in which they are first named.</summary>
    private (sqlite3_stmt Statement, int[] At) Statement(string sql, int parameters)
    {
        if (!_statements.TryGetValue(sql, out var known))
        {
            Check(raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement));
            _statements[sql] = known = (statement, [.. Enumerable.Range(1, parameters).Select(number => raw.sqlite3_bind_parameter_index(statement, $"${number}"))]);
        }

        return known;
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            _commands[sql] = command = Prepared(sql, values.Length);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    private SqliteCommand Prepared(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
        }

        command.Prepare();
        return command;
    }
}
