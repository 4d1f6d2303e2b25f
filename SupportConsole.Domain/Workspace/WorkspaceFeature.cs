using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SupportConsole.Domain.Workspace;

public static class WorkspaceFeature
{
    public static IServiceCollection AddWorkspace(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WorkspaceOptions>().Bind(configuration.GetSection("Workspace")).ValidateDataAnnotations()
            .Validate(options => TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _), "Workspace:TimeZone must be an IANA zone such as Europe/Amsterdam.")
            .ValidateOnStart();
        return services;
    }
}
