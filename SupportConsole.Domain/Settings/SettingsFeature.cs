using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Settings.Audit;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Upkeep.Backups;
using SupportConsole.Domain.Upkeep.Retention;
using SupportConsole.Domain.Workspace;

namespace SupportConsole.Domain.Settings;

public static class SettingsFeature
{
    /// <summary>The configuration must be one that sources can still be added to: the rows made on screen become its last.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration)
    {
        var rows = new SettingRows();
        ((IConfigurationBuilder)configuration).Add(rows);
        services.AddOptions<AuditOptions>().Bind(configuration.GetSection("Audit")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(rows)
            .AddSingleton(new BaseSettings(configuration))
            .AddSection<WorkspaceOptions>("Workspace")
            .AddSection<DetectionOptions>("Detection")
            .AddSection<SuggestionOptions>("Suggestions")
            .AddSection<ImpactOptions>("Impact")
            .AddSection<IntakeOptions>("Intake")
            .AddSection<TrainingOptions>("Training")
            .AddSection<RetentionOptions>("Retention")
            .AddSection<BackupOptions>("Backup")
            .AddSingleton<SettingCheck>()
            .AddSingleton<StoredSettings>()
            .AddSingleton<SettingsEditing>()
            .AddSingleton<DetectionEditing>()
            .AddSingleton<SettingQueries>()
            .AddSingleton<AuditQueries>()
            .AddHostedService<SettingWatcher>();
    }

    private static IServiceCollection AddSection<TOptions>(this IServiceCollection services, string section)
        where TOptions : class, new() =>
        services.AddSingleton<SettingSection>(provider => new SettingSection<TOptions>(section, provider.GetServices<IValidateOptions<TOptions>>()));
}
