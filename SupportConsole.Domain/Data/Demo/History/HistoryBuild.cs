using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SupportConsole.Domain.Intake;

namespace SupportConsole.Domain.Data.Demo.History;

/// <summary>
/// Makes the demo's past in a file beside the real one and moves it there when it is whole: a start that is killed halfway
/// leaves nothing that the next one could take for finished.
/// </summary>
public sealed class HistoryBuild(IConfiguration configuration, TimeProvider clock)
{
    public async Task BuildAsync(string file, TextWriter output, CancellationToken cancellation = default)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        Directory.CreateDirectory(folder);
        await using var alone = new FileStream(
            file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        var unfinished = file + ".unfinished";
        await output.WriteLineAsync("Making the demo's past, once: about ten seconds.");
        Delete(unfinished);
        await using (var services = Services(unfinished, folder))
        {
            await services.GetRequiredService<DatabaseStartup>().MigrateAsync(cancellation);
            var commits = services.GetRequiredService<GroupCommit>();
            await commits.StartAsync(cancellation);
            await services.GetRequiredService<HistoryRun>().RunAsync(clock.GetUtcNow(), output, cancellation);
            await commits.StopAsync(CancellationToken.None);
        }

        Seal(unfinished);
        Delete(file);
        File.Move(unfinished, file);
    }

    /// <summary>The product itself, on the unfinished file and a clock that the history moves.</summary>
    private ServiceProvider Services(string file, string folder)
    {
        var settings = new ConfigurationManager();
        settings.AddConfiguration(configuration);
        settings["Database:ConnectionString"] = DemoFeature.Connection(file);
        settings["Data:Folder"] = folder;
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(settings)
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddLogging()
            .AddSingleton(new DemoClock(DateTimeOffset.UnixEpoch))
            .AddSingleton<TimeProvider>(services => services.GetRequiredService<DemoClock>())
            .AddSingleton<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor, UnsafeButFast>()
            .AddSupportDomain(settings)
            .Configure<IntakeOptions>(options => options.BatchSize = HistoryRun.BatchSize)
            .AddSingleton<HistoryRun>().AddSingleton<HistoryPeople>()
            .BuildServiceProvider();
    }

    /// <summary>Brings the write-ahead log into the file, so that the file alone is all there is to move.</summary>
    private static void Seal(string file)
    {
        PreparedStatements.Close(file);
        using var connection = new SqliteConnection(DemoFeature.Connection(file) + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
    }

    private static void Delete(string file)
    {
        PreparedStatements.Close(file); // A pooled connection would go on with the file that is gone.
        foreach (var part in new[] { file, file + "-wal", file + "-shm" })
        {
            File.Delete(part);
        }
    }

    /// <summary>No flush to disk at each commit: what a power cut would lose is made again from the start anyway.</summary>
    private sealed class UnsafeButFast : Microsoft.EntityFrameworkCore.Diagnostics.DbConnectionInterceptor
    {
        public override void ConnectionOpened(System.Data.Common.DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEndEventData eventData) =>
            Off(connection);

        public override Task ConnectionOpenedAsync(
            System.Data.Common.DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Off(connection);
            return Task.CompletedTask;
        }

        private static void Off(System.Data.Common.DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous=OFF";
            command.ExecuteNonQuery();
        }
    }
}
