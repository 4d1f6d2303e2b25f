using System.Collections.Concurrent;
using System.Diagnostics;

namespace SupportConsole.Tests.TestSupport;

/// <summary>The console as a process of its own, as an operator starts it, that may be killed at a chosen moment.</summary>
public sealed class ConsoleProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource<Uri?> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ConsoleProcess(Process process) => _process = process;

    /// <summary>Null when it was killed before it listened.</summary>
    public HttpClient? Client { get; private set; }

    /// <summary>Starts it on a data folder; <paramref name="killWhen"/> is what <see cref="KillSwitch"/> reads.</summary>
    public static async Task<ConsoleProcess> StartAsync(string dataFolder, string? killWhen, params string[] settings)
    {
        var build = new DirectoryInfo(AppContext.BaseDirectory);
        var console = Path.Combine(Repository.Root, "SupportConsole", "bin", build.Parent!.Name, build.Name, "SupportConsole.dll");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DOTNET_STARTUP_HOOKS"] = typeof(ConsoleProcess).Assembly.Location,
                ["DOTNET_TieredPGO"] = "0", // Nobody lives long enough here for profiles to pay.
                ["ASPNETCORE_ENVIRONMENT"] = "Testing",
                ["KILL_WHEN"] = killWhen ?? "never",
                ["MEASURE_EVERY"] = "00:00:00.1",
            },
        };
        string[] arguments = [console, "--urls", "http://127.0.0.1:0", "--contentRoot", Repository.Root, "--Data:Folder", dataFolder, .. settings];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var process = new ConsoleProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        await process.ListenAsync();
        return process;
    }

    /// <summary>Waits until it was killed; fails when it ended in any other way, or lives.</summary>
    public async Task KilledAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        _process.ExitCode.ShouldBe(128 + 9, string.Join('\n', _errors));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Client?.Dispose();
    }

    private async Task ListenAsync()
    {
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text && text.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
                _address.TrySetResult(new Uri(text[(at + Listening.Length)..].Trim()));
        };
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        _process.Exited += (_, _) => _address.TrySetResult(null);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        if (await _address.Task.WaitAsync(Patience) is { } address)
            Client = new HttpClient { BaseAddress = address };
    }
}
