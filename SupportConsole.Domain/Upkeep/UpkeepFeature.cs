using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Upkeep.Backups;
using SupportConsole.Domain.Upkeep.Counts;
using SupportConsole.Domain.Upkeep.Retention;
using SupportConsole.Domain.Upkeep.Runs;

namespace SupportConsole.Domain.Upkeep;

/// <summary>What keeps the data in order: runs of jobs, counts that are right, backups, and how long things are kept.</summary>
public static class UpkeepFeature
{
    public static IServiceCollection AddUpkeep(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BackupOptions>().Bind(configuration.GetSection("Backup")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection("Retention")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<RunBook>()
            .AddSingleton<CountCheck>()
            .AddSingleton<CountRebuild>()
            .AddSingleton<CountQueries>()
            .AddSingleton<CallRetention>()
            .AddSingleton<DiskSpace>()
            .AddSingleton<BackupMaking>()
            .AddSingleton<BackupShelf>()
            .AddSingleton<BackupRestoring>();
    }
}
