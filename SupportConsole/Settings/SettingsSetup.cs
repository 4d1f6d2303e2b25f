using SupportConsole.Shell;

namespace SupportConsole.Settings;

internal static class SettingsSetup
{
    public static void AddSettingsPages(this IServiceCollection services)
    {
        services.AddScoped<SettingText>();
        services.AddScoped<ICommandSource, SettingsCommands>();
    }
}
