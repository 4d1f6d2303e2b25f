using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SupportConsole.Bench;

/// <summary>The real console as a process of its own, with an empty data folder that is gone afterwards.</summary>
public sealed partial class ConsoleProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Process? _server;

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("console-bench-").FullName;

    public Uri Address { get; private set; } = null!;

    /// <summary>Starts the server and waits until it answers.</summary>
    public async Task StartAsync()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
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

    /// <summary>Makes an API key that may do everything.</summary>
    public async Task<string> AddKeyAsync() => ApiKey().Match(await CommandAsync("apikey", "add", "bench", "--scopes", "admin")).Value;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            _server.Kill();
            await _server.WaitForExitAsync();
            _server.Dispose();
        }

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
