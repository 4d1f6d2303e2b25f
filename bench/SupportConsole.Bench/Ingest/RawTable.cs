using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake;

namespace SupportConsole.Bench.Ingest;

/// <summary>
/// What SQLite itself does: the columns of a call in a table without any index, one prepared insert, one writer, and the same promise
/// (WAL, synchronous FULL).
/// </summary>
internal sealed class RawTable : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("raw-bench-").FullName;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private int _rows;

    public RawTable()
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "raw.db")};Pooling=False");
        _connection.Open();
        Run("PRAGMA journal_mode = WAL");
        Run("PRAGMA synchronous = FULL");
        Run(
            """
            CREATE TABLE "Raw" ("Id" INTEGER PRIMARY KEY, "Source" TEXT, "ExternalId" TEXT, "ProjectId" INTEGER, "InstructionVersion" INTEGER,
                "CustomerId" TEXT, "Status" TEXT, "FailureReason" TEXT, "EndedBy" TEXT, "StartedAt" TEXT, "DurationSeconds" INTEGER, "Fields" TEXT,
                "Transcript" TEXT, "ReceivedAt" TEXT)
            """);
        _insert = _connection.CreateCommand();
        _insert.CommandText = $"""INSERT INTO "Raw" VALUES (NULL, {string.Join(", ", Enumerable.Range(1, 13).Select(i => $"${i}"))})""";
        for (var i = 1; i <= 13; i++)
            _insert.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        _insert.Prepare();
    }

    /// <summary>Inserts so many calls as the console gets, <paramref name="size"/> a transaction, until they are through or the time is over.</summary>
    public Rate Insert(int count, int size, TimeSpan limit)
    {
        var rows = 0;
        var batches = Enumerable.Range(0, count).Select(i => Values(StoredCalls.One($"raw-{i}", "raw", DateTimeOffset.UtcNow, new Random(i)))).Chunk(size).ToList();
        var watch = Stopwatch.StartNew();
        foreach (var batch in batches.TakeWhile(_ => watch.Elapsed < limit))
        {
            using var transaction = _connection.BeginTransaction();
            _insert.Transaction = transaction;
            foreach (var values in batch)
            {
                for (var i = 0; i < values.Length; i++)
                    _insert.Parameters[i].Value = values[i];
                _insert.ExecuteNonQuery();
                rows++;
            }

            transaction.Commit();
        }

        return new Rate(rows, watch.Elapsed.TotalSeconds);
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private object[] Values(CallEnded call) =>
    [
        "bench", $"{call.CallId}-{_rows++}", 1L, 1L, call.CustomerId!, call.Status.ToString()!, (object?)call.FailureReason ?? DBNull.Value, call.EndedBy.ToString()!,
        SqliteConventions.Text(call.StartedAt!.Value.UtcDateTime), (long)call.DurationSeconds!.Value, JsonColumn.Write(call.Fields), JsonColumn.Write(call.Transcript),
        SqliteConventions.Text(DateTime.UtcNow),
    ];

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
