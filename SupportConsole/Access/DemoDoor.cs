using System.Net;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;

namespace SupportConsole.Access;

/// <summary>/login?as=admin|manager|staff: into the demo without a password, from this machine only.</summary>
public sealed class DemoDoor(IConfiguration configuration, IDbContextFactory<SupportDbContext> contexts)
{
    // A proxy on this machine also comes from loopback; it says for whom, and then it is not this machine that asks.
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-For", "X-Real-IP", "Via"];

    /// <summary>The demo person of that role, or null when the door is shut.</summary>
    public async Task<long?> OpenAsync(HttpContext http, string role, CancellationToken cancellation = default)
    {
        if (!configuration.GetValue<bool>("Demo:Enabled")
            || http.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address)
            || ProxyHeaders.Any(http.Request.Headers.ContainsKey)
            || Roles.All.FirstOrDefault(known => known.Equals(role, StringComparison.OrdinalIgnoreCase)) is not { } wanted)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Users.Where(person => person.Demo && !person.Disabled && person.Role == wanted)
            .OrderBy(person => person.Id).Select(person => (long?)person.Id).FirstOrDefaultAsync(cancellation);
    }
}
