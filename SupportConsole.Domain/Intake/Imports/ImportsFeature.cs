using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Intake.Labels;

namespace SupportConsole.Domain.Intake.Imports;

public static class ImportsFeature
{
    public static IServiceCollection AddImports(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ImportOptions>().Bind(configuration.GetSection("Imports")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<ImportFiles>()
            .AddSingleton<LabelledFiles>()
            .AddSingleton<LabelUploads>()
            .AddSingleton<ImportLock>()
            .AddSingleton<ImportBell>()
            .AddSingleton<ImportProgress>()
            .AddSingleton<Imports>()
            .AddSingleton<ImportQueries>()
            .AddSingleton<ImportRunner>()
            .AddSingleton<ImportUpkeep>()
            .AddHostedService<ImportWorker>();
    }
}
