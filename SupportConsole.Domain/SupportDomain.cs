using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Data.Demo;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Evaluation;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Settings;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Catalogue;
using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Models;
using SupportConsole.Domain.Upkeep;
using SupportConsole.Domain.Upkeep.Backups;
using SupportConsole.Domain.Workspace;

namespace SupportConsole.Domain;

/// <summary>Everything the product is made of, a line a feature.</summary>
public static class SupportDomain
{
    public static IServiceCollection AddSupportDomain(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddData(configuration)
            .AddWorkspace(configuration)
            .AddAccess(configuration)
            .AddProjects()
            .AddDetection(configuration)
            .AddSuggestions(configuration)
            .AddTriage(configuration)
            .AddIntake(configuration)
            .AddUpkeep(configuration)
            .AddImports(configuration)
            .AddSettings(configuration)
            .AddEvaluation()
            .AddDemo(configuration);
    }

    /// <summary>Brings the database to this build's shape and takes up the settings and the catalogue as they were made on screen. Before anything else reads.</summary>
    public static async Task PrepareDataAsync(this IServiceProvider services)
    {
        services.GetRequiredService<BackupRestoring>().Finish();
        await services.GetRequiredService<DatabaseStartup>().MigrateAsync();
        await services.GetRequiredService<StoredSettings>().LoadAsync();
        await services.GetRequiredService<StoredCatalogue>().LoadAsync();
        await services.GetRequiredService<ModelInForce>().LoadAsync();
    }
}
