using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Projects;

/// <summary>Which instructions a call ran on when its sender did not say: those served when it started.</summary>
public static class ServedVersions
{
    /// <summary>Finds and writes the version of each call that has none, in the caller's transaction.</summary>
    public static async Task FillAsync(
        SupportDbContext db, long projectId, IEnumerable<Call> calls, CancellationToken cancellation = default)
    {
        var without = calls.Where(call => call.InstructionVersion is null).ToList();
        if (without.Count == 0)
        {
            return;
        }

        var versions = await db.InstructionVersions.AsNoTracking().Where(version => version.ProjectId == projectId)
            .OrderByDescending(version => version.Number).Select(version => new ServedVersion(version.Number, version.ServedFrom)).ToListAsync(cancellation);
        foreach (var call in without)
        {
            call.InstructionVersion = At(versions, call.StartedAt);
        }

        foreach (var group in without.GroupBy(call => call.InstructionVersion))
        {
            var ids = group.Select(call => call.Id).ToList();
            await db.Calls.Where(call => ids.Contains(call.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(call => call.InstructionVersion, group.Key), cancellation);
        }
    }

    /// <summary>The number of the version served at a moment, of versions newest first. A call from before the project was made here ran on what became its first.</summary>
    internal static int At(IReadOnlyList<ServedVersion> versions, DateTime startedAt) =>
        versions.FirstOrDefault(version => version.ServedFrom <= startedAt)?.Number ?? 1;
}

/// <summary>Since when a version of the instructions is served.</summary>
internal sealed record ServedVersion(int Number, DateTime ServedFrom);
