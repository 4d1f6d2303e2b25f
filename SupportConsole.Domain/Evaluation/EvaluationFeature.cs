using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Evaluation.Detection;

namespace SupportConsole.Domain.Evaluation;

public static class EvaluationFeature
{
    public static IServiceCollection AddEvaluation(this IServiceCollection services) =>
        services.AddSingleton<ScenarioMaker>().AddSingleton<DetectionEvaluation>();
}
