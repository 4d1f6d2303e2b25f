using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace SupportConsole.Bench;

/// <summary>The real console as a process of its own, with an empty data folder that is gone afterwards.</summary>
public sealed partial class ConsoleProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan DrainPatience = TimeSpan.FromMinutes(5);

    private Process? _server;
    private long _peak;

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("console-bench-").FullName;

    public Uri Address { get; private set; } = null!;

    /// <summary>The most memory that any of its servers held, in bytes.</summary>
    public long PeakBytes
    {
        get
        {
            if (_server is { HasExited: false })
            {
                _server.Refresh();
                _peak = Math.Max(_peak, _server.PeakWorkingSet64);
            }

            return _peak;
        }
    }

    /// <summary>Starts the server and waits until it answers; again at the same address.</summary>
    public async Task StartAsync()
    {
        Address ??= new Uri($"http://127.0.0.1:{FreePort.Next()}");
        _server = Launch("--urls", Address.ToString());
        _server.BeginOutputReadLine();
        using var http = new HttpClient { BaseAddress = Address };
        var waited = Stopwatch.StartNew();
        while (!await AnswersAsync(http))
        {
            if (_server.HasExited || waited.Elapsed > Patience)
                throw new InvalidOperationException("The console did not start.");
            await Task.Delay(100);
        }
    }

    /// <summary>Runs one of the console's commands on the same data and returns what it printed.</summary>
    public async Task<string> CommandAsync(params string[] arguments)
    {
        using var process = Launch(arguments);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', arguments)}: exit code {process.ExitCode}: {output}");
    }

    /// <summary>Makes an API key that may set up projects and send calls.</summary>
    public async Task<string> AddKeyAsync() => ApiKey().Match(await CommandAsync("apikey", "add", "bench", "--scopes", "admin,intake")).Value;

    /// <summary>Ends the server as a power cut would (SIGKILL).</summary>
    public async Task KillAsync()
    {
        if (_server is not null)
        {
            _ = PeakBytes;
            _server.Kill();
            await _server.WaitForExitAsync();
            _server.Dispose();
            _server = null;
        }
    }

    /// <summary>The console's database, to be read only.</summary>
    public async Task<SqliteConnection> DatabaseAsync()
    {
        var database = new SqliteConnection($"Data Source={Path.Combine(DataFolder, "console.db")};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync();
        return database;
    }

    /// <summary>What one number in it is now.</summary>
    public async Task<long> NumberAsync(string sql)
    {
        await using var database = await DatabaseAsync();
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Waits until the console has processed all that it has accepted, and looked at every project that had calls.</summary>
    public async Task DrainedAsync()
    {
        await using var database = await DatabaseAsync();
        await using var waiting = database.CreateCommand();
        waiting.CommandText = """SELECT EXISTS (SELECT 1 FROM "Calls" WHERE "ProcessedAt" IS NULL) OR EXISTS (SELECT 1 FROM "Projects" WHERE "IsCheckDue" = 1)""";
        var watch = Stopwatch.StartNew();
        while ((long)(await waiting.ExecuteScalarAsync())! == 1)
        {
            if (watch.Elapsed > DrainPatience)
                throw new InvalidOperationException("The console did not catch up.");
            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(DataFolder, recursive: true);
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private Process Launch(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = AppContext.BaseDirectory, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "SupportConsole.dll"));
        Array.ForEach(arguments, start.ArgumentList.Add);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Data__Folder"] = DataFolder;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return Process.Start(start)!;
    }

    [GeneratedRegex("sc_[A-Za-z0-9_-]+", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex ApiKey();
}
