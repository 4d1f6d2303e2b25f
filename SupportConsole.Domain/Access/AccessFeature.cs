using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SupportConsole.Domain.Access;

public static class AccessFeature
{
    /// <summary>Needs an <see cref="ISecretBox"/> from the process.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccessOptions>().Bind(configuration.GetSection("Access")).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        return services
            .AddSingleton<People>()
            .AddSingleton<PersonNames>()
            .AddSingleton<ResetLinks>()
            .AddSingleton<Credentials>()
            .AddSingleton<SignIn>()
            .AddSingleton<Sessions>()
            .AddSingleton<OwnAccount>()
            .AddSingleton<OwnCodes>()
            .AddSingleton<OwnSessions>()
            .AddSingleton<ApiKeys>()
            .AddSingleton<ApiKeyDirectory>()
            .AddSingleton<Webhooks>()
            .AddSingleton<WebhookDirectory>()
            .AddSingleton<SeenTimes>()
            .AddSingleton<AccessNews>()
            .AddHostedService<AccessUpkeep>();
    }
}
