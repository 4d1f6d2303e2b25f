using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportConsole.Controls;

namespace SupportConsole.Shell;

internal static class WorkspaceTimeSetup
{
    public static void AddWorkspaceTime(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<WorkspaceOptions>()
            .BindConfiguration(WorkspaceOptions.Section)
            .ValidateDataAnnotations()
            .Validate(options => TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _),
                "Workspace:TimeZone has to be the name of a time zone, such as Europe/Amsterdam.")
            .ValidateOnStart();
        services.AddScoped<WorkspaceTime>();
        services.AddCascadingValue<Clock>(provider =>
            new ClockSource(provider.GetRequiredService<WorkspaceTime>(), provider.GetRequiredService<TimeProvider>()));
    }
}
