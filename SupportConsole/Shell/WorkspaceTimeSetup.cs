using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportConsole.Controls;

namespace SupportConsole.Shell;

internal static class WorkspaceTimeSetup
{
    public static void AddWorkspaceTime(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<WorkspaceTime>();
        services.AddCascadingValue<Clock>(provider =>
            new ClockSource(provider.GetRequiredService<WorkspaceTime>(), provider.GetRequiredService<TimeProvider>()));
    }
}
