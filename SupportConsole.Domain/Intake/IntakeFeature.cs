using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SupportConsole.Domain.Intake;

public static class IntakeFeature
{
    public static IServiceCollection AddIntake(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<IntakeOptions>().Bind(configuration.GetSection("Intake")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<Doorbell>()
            .AddSingleton<CallIntake>()
            .AddSingleton<EventPipeline>()
            .AddSingleton<EventQueries>()
            .AddSingleton<EventRetry>()
            .AddSingleton<EventWorker>()
            .AddHostedService(services => services.GetRequiredService<EventWorker>());
    }
}
