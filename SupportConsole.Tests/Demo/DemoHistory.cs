using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Data.Demo.History;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Demo;

/// <summary>The demo's past, made once for all tests that look at it; each takes a copy.</summary>
public sealed class DemoHistory : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"demo-{Guid.NewGuid():N}");

    /// <summary>When the history ends: a Monday morning.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public string File => Path.Combine(_folder, "demo.db");

    public static IConfiguration Shipped { get; } =
        new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "appsettings.json")).Build();

    public Task InitializeAsync() => new HistoryBuild(Shipped, new FakeClock(Now)).BuildAsync(File, TextWriter.Null);

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>A console with the demo on and this history behind it; its own stream of calls stands still.</summary>
    public ConsoleHost Host(FakeClock clock, Dictionary<string, string>? settings = null)
    {
        var host = new ConsoleHost
        {
            Settings = { ["Demo:Enabled"] = "true", ["Demo:CallsPerMinute"] = "0" },
            Replace = services => services.AddSingleton<TimeProvider>(clock),
        };
        foreach (var (key, value) in settings ?? [])
            host.Settings[key] = value;
        System.IO.File.Copy(File, Path.Combine(host.DataFolder, "demo.db"));
        return host;
    }
}

[CollectionDefinition(Name)]
public sealed class DemoCollection : ICollectionFixture<DemoHistory>
{
    public const string Name = "Demo";
}
