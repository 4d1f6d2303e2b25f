using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SupportConsole.Domain.Triage;

public static class TriageFeature
{
    public static IServiceCollection AddTriage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TriageOptions>().Bind(configuration.GetSection("Triage")).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton(provider => new TicketTriage(provider.GetRequiredService<IOptions<TriageOptions>>().Value));
    }
}
