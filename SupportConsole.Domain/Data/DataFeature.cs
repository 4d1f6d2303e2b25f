using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Data;

public static class DataFeature
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DataOptions>().Bind(configuration.GetSection("Data")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection("Database"));
        services.AddDbContextFactory<SupportDbContext>((provider, options) => options
            .UseSqlite(Connection(provider))
            .ReplaceService<IRelationalConnection, PlainConnection>()
            .AddInterceptors([new SqliteConventions.Pragmas(), .. provider.GetServices<IInterceptor>()]));
        return services
            .AddSingleton<LiveFeed>()
            .AddSingleton<SharedReadings>()
            .AddSingleton<WriteLock>()
            .AddSingleton<WriteGate>()
            .AddSingleton<ServerLock>()
            .AddSingleton<DatabaseStartup>()
            .AddSingleton<GroupCommit>()
            .AddHostedService(provider => provider.GetRequiredService<GroupCommit>());
    }

    private static string Connection(IServiceProvider provider)
    {
        var given = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString;
        var folder = provider.GetRequiredService<IOptions<DataOptions>>().Value.Folder;
        return given.Length > 0
            ? given
            : new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "console.db") }.ConnectionString;
    }
}
