using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Intake;

/// <summary>How far a new workspace is: without a project, a key and a call there is nothing to work with.</summary>
/// <param name="HasKey">A webhook or an API key that may send events.</param>
public sealed record FirstSteps(bool HasProject, bool HasKey, bool HasCall)
{
    /// <summary>A call is there only where the rest was: whoever has calls without a key imported them, and needs no introduction.</summary>
    public bool Done => HasProject && HasCall;

    public static async Task<FirstSteps> ReadAsync(SupportDbContext db, CancellationToken cancellation = default) => new(
        await db.Projects.AnyAsync(cancellation),
        await db.Webhooks.AnyAsync(webhook => webhook.RevokedAt == null, cancellation)
            || await db.ApiKeys.AnyAsync(key => key.RevokedAt == null, cancellation),
        await db.Calls.AnyAsync(cancellation));
}
