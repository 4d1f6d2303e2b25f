using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Models;

namespace SupportConsole.Domain.Triage;

public static class TriageFeature
{
    public static IServiceCollection AddTriage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TriageOptions>().Bind(configuration.GetSection("Triage")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<TrainingOptions>().Bind(configuration.GetSection("Training")).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<LabelledTexts>()
            .AddSingleton<LabelQueries>()
            .AddSingleton<ModelShelf>()
            .AddSingleton<ModelInForce>()
            .AddSingleton<ModelVersions>()
            .AddSingleton<TriageTraining>()
            .AddSingleton<TriageDesk>()
            .AddSingleton(provider => new TicketTriage(provider.GetRequiredService<IOptions<TriageOptions>>().Value, provider.GetRequiredService<ModelInForce>().Fill));
    }
}
