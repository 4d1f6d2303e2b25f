using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;

namespace SupportConsole.Access;

/// <summary>
/// Behind a proxy that ends TLS every caller has the proxy's address and no request is secure, unless the proxy is believed about
/// both. It is only where the operator names it: anybody else could write such a header too.
/// </summary>
public static class TrustedProxies
{
    public static void UseTrustedProxies(this WebApplication app)
    {
        var trusted = Parse(app.Services.GetRequiredService<IOptions<AccessOptions>>().Value.TrustedProxies);
        if (trusted.Count == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null, // As far as the proxies are trusted ones.
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in trusted)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }

    /// <summary>Addresses and networks ("10.0.0.7, 192.168.0.0/16"); throws for what is neither, naming it.</summary>
    public static IReadOnlyList<System.Net.IPNetwork> Parse(string text) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(one =>
            System.Net.IPNetwork.TryParse(one, out var network) ? network
            : IPAddress.TryParse(one, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new OptionsValidationException(nameof(AccessOptions), typeof(AccessOptions),
                [$"Access:TrustedProxies has \"{one}\", which is neither an address (10.0.0.7) nor a network (10.0.0.0/8)."]))];
}
