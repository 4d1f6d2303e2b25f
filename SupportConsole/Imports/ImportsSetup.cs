using SupportConsole.Shell;

namespace SupportConsole.Imports;

internal static class ImportsSetup
{
    public static void AddImportPages(this IServiceCollection services)
    {
        services.AddSingleton<ImportUploading>();
        services.AddScoped<ImportWording>();
        services.AddScoped<ICommandSource, ImportCommandSource>();
    }
}
