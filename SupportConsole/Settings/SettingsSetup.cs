using SupportConsole.Settings.Audit;
using SupportConsole.Settings.Catalogue;
using SupportConsole.Settings.Keys;
using SupportConsole.Shell;

namespace SupportConsole.Settings;

internal static class SettingsSetup
{
    public static void AddSettingsPages(this IServiceCollection services)
    {
        services.AddScoped<SettingText>();
        services.AddScoped<AuditPairs>();
        services.AddScoped<CallExamples>();
        services.AddScoped<CatalogueWording>();
        services.AddScoped<ICommandSource, SettingsCommands>();
        services.AddScoped<ICommandSource, CatalogueCommands>();
    }

    public static void MapSettings(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapAuditExport();
        endpoints.MapCatalogue();
    }
}
