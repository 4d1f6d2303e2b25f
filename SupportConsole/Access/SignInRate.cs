using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;

namespace SupportConsole.Access;

/// <summary>
/// So many tries a minute from one address, over all names: the lockout of a name does not see somebody who tries one
/// password on every name.
/// </summary>
public sealed class SignInRate(IOptions<AccessOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        RateLimitPartition.GetFixedWindowLimiter(Network(http.Connection.RemoteIpAddress), _ => new()
        {
            PermitLimit = options.Value.SignInsPerMinute,
            Window = Window,
        }));

    /// <summary>Whether this try may be made; else the answer is made a 429 that says when.</summary>
    public bool Allows(HttpContext http)
    {
        using var lease = _limiter.AttemptAcquire(http);
        if (lease.IsAcquired)
            return true;
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)
            ? $"{(int)Math.Ceiling(wait.TotalSeconds)}"
            : $"{(int)Window.TotalSeconds}";
        return false;
    }

    public void Dispose() => _limiter.Dispose();

    // Whoever has one IPv6 address has 2^64 of them.
    private static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
