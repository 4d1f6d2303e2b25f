using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Detection.Detectors;

namespace SupportConsole.Domain.Detection;

public static class DetectionFeature
{
    public static IServiceCollection AddDetection(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DetectionOptions>().Bind(configuration.GetSection("Detection")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<CallDetection>()
            .AddSingleton<DetectionPreviewing>()
            .AddSingleton<ICallDetector, LowSuccessRate>()
            .AddSingleton<ICallDetector, MissingData>()
            .AddSingleton<ICallDetector, BestPractice>()
            .AddSingleton<ICallDetector, Timing>()
            .AddSingleton<ICallDetector, HangUps>()
            .AddSingleton<ICallDetector, Tone>();
    }
}
