using SupportConsole.Shell;

namespace SupportConsole.Projects;

internal static class ProjectsSetup
{
    public static void AddProjectPages(this IServiceCollection services)
    {
        services.AddScoped<ICommandSource, ProjectCommands>();
        services.AddScoped<ICommandSource, CallCommands>();
    }
}
