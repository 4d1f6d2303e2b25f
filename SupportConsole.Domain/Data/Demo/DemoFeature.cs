using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data.Demo.Agent;
using SupportConsole.Domain.Data.Demo.Callers;
using SupportConsole.Domain.Data.Demo.History;
using SupportConsole.Domain.Data.Demo.Stories;
using SupportConsole.Domain.Data.Demo.Traffic;

namespace SupportConsole.Domain.Data.Demo;

public static class DemoFeature
{
    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DemoOptions>().Bind(configuration.GetSection("Demo")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DatabaseOptions>().PostConfigure<IOptions<DemoOptions>, IOptions<DataOptions>>((database, demo, data) =>
        {
            if (demo.Value.Enabled && database.ConnectionString.Length == 0)
            {
                database.ConnectionString = Connection(Path.Combine(data.Value.Folder, "demo.db"));
            }
        });
        return services
            .AddSingleton<DemoStories>()
            .AddSingleton<CallerModel>()
            .AddSingleton<CallSimulator>()
            .AddSingleton<DemoAgents>()
            .AddSingleton<DemoPeople>()
            .AddSingleton<HistoryDays>()
            .AddSingleton<HistoryBuild>()
            .AddSingleton<DemoWorkspace>()
            .AddSingleton<DemoDialer>()
            .AddSingleton<DemoPruning>()
            .AddHostedService<DemoTraffic>();
    }

    internal static string Connection(string file) => new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString;
}
