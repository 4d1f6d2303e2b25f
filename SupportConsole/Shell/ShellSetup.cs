using Microsoft.AspNetCore.Components.Server.Circuits;

namespace SupportConsole.Shell;

internal static class ShellSetup
{
    // A pasted transcript or article comes in one message; SignalR's default of 32 KB would end the circuit.
    private const int LargestMessageBytes = 1024 * 1024;

    public static void AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents()
            .AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestMessageBytes);
        services.AddCascadingAuthenticationState();
        services.AddCulture();
        services.AddWorkspaceTime();
        services.AddScoped<Theme>();
        services.AddScoped<Language>();
        services.AddScoped<Preferences>();
        services.AddScoped<Shortcuts>();
        services.AddScoped<Drafts>();
        services.AddScoped<Toasts>();
        services.AddScoped<Reconnection>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<Reconnection>());
        services.AddScoped<CommandRegistry>();
        services.AddScoped<ICommandSource, NavigationCommands>();
        services.AddScoped<ICommandSource, PreferenceCommands>();
    }

    public static void UseShell(this IApplicationBuilder app)
    {
        app.UseContentSecurity();
        app.UseCulture();
        app.UseNotFoundPage();
    }

    public static void MapShell(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapRazorComponents<App>().AddInteractiveServerRenderMode();
}
