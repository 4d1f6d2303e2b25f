namespace SupportConsole.Health;

internal static class HealthEndpoints
{
    private const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseAnswers>("database", tags: [Ready])
        .AddCheck<WorkersRun>("workers", tags: [Ready]);

    /// <summary>
    /// Live asks no dependency: it answers as long as the process does. Ready says whether requests are worth sending here. Both
    /// answer strangers, so they say a word and no more; the reason stands in the log.
    /// </summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
    }
}
