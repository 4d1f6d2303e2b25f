using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain;
using SupportConsole.Domain.Data;

namespace SupportConsole.Bench;

/// <summary>The product without its pages, on an empty data folder that is gone afterwards. Its event worker does not run: the benchmark does its work.</summary>
internal sealed class InProcessConsole : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("console-bench-").FullName;
    private readonly ServiceProvider _services;

    private InProcessConsole()
    {
        var configuration = new ConfigurationManager();
        configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).AddInMemoryCollection([new("Data:Folder", _folder)]);
        _services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddSupportDomain(configuration).BuildServiceProvider();
    }

    public static async Task<InProcessConsole> StartAsync()
    {
        var console = new InProcessConsole();
        await console._services.PrepareDataAsync();
        await console.Get<GroupCommit>().StartAsync(CancellationToken.None);
        return console;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await Get<GroupCommit>().StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
