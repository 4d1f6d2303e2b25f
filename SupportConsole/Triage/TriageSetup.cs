namespace SupportConsole.Triage;

internal static class TriageSetup
{
    public static void AddTriagePages(this IServiceCollection services) => services.AddSingleton<TriageWording>();
}
