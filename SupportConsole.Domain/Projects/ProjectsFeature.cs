using Microsoft.Extensions.DependencyInjection;

namespace SupportConsole.Domain.Projects;

public static class ProjectsFeature
{
    public static IServiceCollection AddProjects(this IServiceCollection services) =>
        services
            .AddSingleton<ProjectEditing>()
            .AddSingleton<ProjectDirectory>()
            .AddSingleton<CallVolume>()
            .AddSingleton<ProjectQueries>()
            .AddSingleton<VersionQueries>()
            .AddSingleton<CallQueries>();
}
