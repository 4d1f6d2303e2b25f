namespace SupportConsole.Shell;

internal static class ApiSetup
{
    public static void AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddApiJson();
        services.AddApiLimits(configuration);
        services.AddApiDescription();
    }
}
