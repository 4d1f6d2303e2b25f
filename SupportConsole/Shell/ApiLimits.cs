using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SupportConsole.Intake;

namespace SupportConsole.Shell;

/// <summary>One caller that runs wild must not make the console slow for the people in it.</summary>
internal static class ApiLimits
{
    public const string PerKey = "api-key";

    public static void AddApiLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ApiOptions>().Bind(configuration.GetSection("Api")).ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = (rejected, _) => new(RefuseAsync(rejected.HttpContext, rejected.Lease));
            limits.AddPolicy(PerKey, http =>
            {
                var options = http.RequestServices.GetRequiredService<IOptions<ApiOptions>>().Value;
                return RateLimitPartition.GetTokenBucketLimiter(
                    http.User.Identity?.Name ?? http.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new TokenBucketRateLimiterOptions
                    {
                        TokenLimit = options.Burst,
                        TokensPerPeriod = options.RequestsPerSecond,
                        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    });
            });
        });
    }

    /// <summary>Refuses bodies over <paramref name="limit"/> with 413.</summary>
    public static RouteHandlerBuilder WithBodyLimit(this RouteHandlerBuilder endpoint, IEndpointRouteBuilder endpoints, Func<ApiOptions, int> limit) =>
        endpoint
            .WithMetadata(new RequestSizeLimitAttribute(limit(endpoints.ServiceProvider.GetRequiredService<IOptions<ApiOptions>>().Value)))
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    private static Task RefuseAsync(HttpContext http, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var given) ? Math.Max(1, Math.Ceiling(given.TotalSeconds)) : 1;
        http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return Problems.Problem(StatusCodes.Status429TooManyRequests, "This key makes too many requests; wait and try again.").ExecuteAsync(http);
    }
}
