using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace SupportConsole.Tests.TestSupport;

/// <summary>
/// The real process on a free port, with a data folder of its own that is gone when the host is disposed.
/// The environment is "Testing": appsettings.json as shipped, the demo off and jobs run by hand, so that a test sees what a customer gets.
/// </summary>
public sealed class ConsoleHost : WebApplicationFactory<Program>
{
    private Uri? _address;

    public ConsoleHost()
    {
        Directory.CreateDirectory(DataFolder);
        UseKestrel(0);
    }

    public string DataFolder { get; } = Path.Combine(Path.GetTempPath(), $"console-{Guid.NewGuid():N}");

    /// <summary>Configuration that differs from appsettings.json, by its full key ("Workspace:Name").</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Runs after the process has registered its services: what is registered here wins.</summary>
    public Action<IServiceCollection> Replace { get; init; } = _ => { };

    /// <summary>Runs before the process stops: it would wait half a minute for a page that is still open.</summary>
    public Func<Task> BeforeStop { get; set; } = () => Task.CompletedTask;

    /// <summary>Where the process listens; the first use starts it.</summary>
    public Uri Address => _address ??= Start();

    /// <summary>A service of the running process.</summary>
    public T Get<T>()
        where T : notnull
    {
        _ = Address;
        return Services.GetRequiredService<T>();
    }

    public override async ValueTask DisposeAsync()
    {
        await BeforeStop();
        await base.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseContentRoot(Repository.Root);
        builder.UseSetting("Data:Folder", DataFolder);
        builder.UseSetting("Jobs:Enabled", "false");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(Replace);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(DataFolder))
            Directory.Delete(DataFolder, recursive: true);
    }

    private Uri Start()
    {
        StartServer();
        return ClientOptions.BaseAddress;
    }
}
