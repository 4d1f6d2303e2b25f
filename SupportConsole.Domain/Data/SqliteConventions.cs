using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SupportConsole.Domain.Data;

/// <summary>
/// SQLite's limits in one place: it cannot order DateTimeOffset, decimal or TimeSpan, so times are UTC
/// <see cref="DateTime"/>; enums are stored as their names (but for those that say that the number stays), so that a person can read the file.
/// </summary>
public static class SqliteConventions
{
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFF";

    /// <summary>How EF Core writes a DateTime; rows written without it must read the same.</summary>
    public static string Text(DateTime utc) => utc.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The time (UTC) that <see cref="Text"/> wrote.</summary>
    public static DateTime Time(string text) =>
        DateTime.SpecifyKind(DateTime.ParseExact(text, TimeFormat, CultureInfo.InvariantCulture), DateTimeKind.Utc);

    public static void Apply(ModelConfigurationBuilder configuration) =>
        configuration.Properties<DateTime>().HaveConversion<UtcKind>();

    private sealed class UtcKind() : ValueConverter<DateTime, DateTime>(
        value => value,
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

    /// <summary>
    /// Sets on every opened connection what SQLite forgets: WAL so that readers never wait for the writer, FULL so
    /// that what was answered survives a power cut, a large checkpoint because it lowers the slowest commits.
    /// </summary>
    public sealed class Pragmas : DbConnectionInterceptor
    {
        private const string Sql =
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000; PRAGMA wal_autocheckpoint=8000;";

        /// <summary>Connections that have them. The pool hands the same one out again, and a connection is opened for every query.</summary>
        private readonly ConditionalWeakTable<object, object> _set = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (_set.TryAdd(((SqliteConnection)connection).Handle!, this))
            {
                using var command = connection.CreateCommand();
                command.CommandText = Sql;
                command.ExecuteNonQuery();
            }
        }

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData); // SQLite has no other way to run a command.
            return Task.CompletedTask;
        }
    }
}
