using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SupportConsole.Domain.Upkeep.Backups;

/// <summary>A database file that is nobody's but ours: the copy that goes into a backup, or came out of one.</summary>
internal static class BackedUpDatabase
{
    /// <summary>Copies the database as of one moment. Readers and writers go on meanwhile.</summary>
    public static async Task CopyAsync(SqliteConnection from, string file, CancellationToken cancellation)
    {
        using var stop = cancellation.Register(() => raw.sqlite3_interrupt(from.Handle));
        try
        {
            await using var command = from.CreateCommand();
            command.CommandText = "VACUUM INTO $1";
            command.CommandTimeout = 0;
            command.Parameters.AddWithValue("$1", file);
            command.ExecuteNonQuery();
        }
        catch (SqliteException) when (cancellation.IsCancellationRequested)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The last migration and the rows of each table.</summary>
    public static (string Schema, SortedDictionary<string, long> Rows) Describe(string file)
    {
        using var connection = Open(file);
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in Texts(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"))
        {
            rows[table] = long.Parse(Texts(connection, $"SELECT COUNT(*) FROM \"{table.Replace("\"", "\"\"")}\"")[0], System.Globalization.CultureInfo.InvariantCulture);
        }

        var migrations = Texts(connection, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"");
        return (migrations[^1], rows);
    }

    /// <summary>Throws when the file is damaged, or does not hold what the manifest says.</summary>
    public static void Check(string file, BackupManifest manifest)
    {
        try
        {
            using (var connection = Open(file))
            {
                if (Texts(connection, "PRAGMA integrity_check") is not ["ok"])
                {
                    throw new BackupFaultException("The database in the backup is damaged.");
                }

                if (Texts(connection, "SELECT \"table\" FROM pragma_foreign_key_check") is [var table, ..])
                {
                    throw new BackupFaultException($"Rows of {table} in the backup point to rows that are not there.");
                }
            }

            var (schema, rows) = Describe(file);
            if (schema != manifest.Schema || rows.Count != manifest.Rows.Count || rows.Any(table => manifest.Rows.GetValueOrDefault(table.Key, -1) != table.Value))
            {
                throw new BackupFaultException("The database in the backup does not hold what its manifest says.");
            }
        }
        catch (Exception fault) when (fault is SqliteException or ArgumentOutOfRangeException)
        {
            throw new BackupFaultException($"The database in the backup cannot be read: {fault.Message}", fault);
        }
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
