using SupportConsole.Tests.TestSupport;

#pragma warning disable CA1050 // The runtime looks for exactly this name, outside any namespace.

/// <summary>Runs first in a console that was started with DOTNET_STARTUP_HOOKS naming this assembly: see <see cref="ConsoleProcess"/>.</summary>
internal static class StartupHook
{
    public static void Initialize() => KillSwitch.Arm();
}
