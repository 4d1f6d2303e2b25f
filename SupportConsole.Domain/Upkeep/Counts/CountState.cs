using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Upkeep.Counts;

/// <summary>What is known of a project's counts: how far back they can be counted again, what the last check found, and how far a rebuild is.</summary>
public sealed class CountState
{
    public required long ProjectId { get; init; }

    /// <summary>
    /// Quarters of an hour that begin before it have lost calls or transcripts: their counts are all that is left, and are neither
    /// checked nor rebuilt.
    /// </summary>
    public DateTime? KeptBefore { get; set; }

    public DateTime? CheckedAt { get; set; }

    public int CheckedCalls { get; set; }

    /// <summary>How many counts differed at the last check, and have not been rebuilt since.</summary>
    public int Differences { get; set; }

    /// <summary>The first of them.</summary>
    public List<CountDifference> Found { get; set; } = [];

    /// <summary>Up to where the rebuild that was asked for has come; null when none is. A crash leaves it, so that the next run goes on.</summary>
    public DateTime? RebuildFrom { get; set; }

    /// <summary>The project's row for writing, made when there is none.</summary>
    internal static async Task<CountState> OfAsync(SupportDbContext db, long projectId, CancellationToken cancellation)
    {
        if (await db.CountStates.FindAsync([projectId], cancellation) is { } known)
        {
            return known;
        }

        var state = new CountState { ProjectId = projectId };
        db.CountStates.Add(state);
        return state;
    }

    /// <summary>Notes, in the commit that removes calls or transcripts, that counts up to and with <paramref name="last"/> cannot be made again.</summary>
    internal static async Task KeepAsync(SupportDbContext db, long projectId, DateTime last, CancellationToken cancellation)
    {
        var state = await OfAsync(db, projectId, cancellation);
        var before = CallCounting.BucketOf(last) + CallCounting.BucketLength;
        if (state.KeptBefore is null || state.KeptBefore < before)
        {
            state.KeptBefore = before;
        }
    }
}

/// <summary>A count that is not what the calls say.</summary>
public sealed record CountDifference(int Version, DateTime Bucket, CallCountKind Kind, string Value, int Expected, int Found);
