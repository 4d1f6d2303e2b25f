using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Upkeep.Counts;

/// <summary>
/// Counts the calls of a project again, a stretch of time at a time, by the rule that counted them (<see cref="CallCounting.Entries"/>),
/// and says which counts differ. A call is marked processed in the commit that counts it, so in one reading of the database, or one turn
/// of writing, the processed calls of a stretch and its counts belong together. What a call adds is read from its transcript, which
/// takes long, and never changes once it is processed: it is worked out beforehand, so that the turn only adds up.
/// </summary>
internal sealed class Recount
{
    /// <summary>Calls in a stretch: few enough that received calls hardly notice the turn. A quarter of an hour is never split.</summary>
    private const int CallsAtATime = 800;

    private readonly Project _project;
    private readonly FieldsOverTime _fields;
    private readonly HashSet<int> _versions;
    private readonly Dictionary<long, List<Key>> _added = [];

    private Recount(Project project, FieldsOverTime fields, HashSet<int> versions) => (_project, _fields, _versions) = (project, fields, versions);

    public static async Task<Recount?> OfAsync(SupportDbContext db, long projectId, CancellationToken cancellation)
    {
        if (await db.Projects.AsNoTracking().SingleOrDefaultAsync(project => project.Id == projectId, cancellation) is not { } project)
        {
            return null;
        }

        var versions = await db.CallCounts.Where(row => row.ProjectId == projectId).Select(row => row.Version).Distinct().ToListAsync(cancellation);
        return new(project, await FieldsOverTime.ReadAsync(db, project, cancellation), [.. versions]);
    }

    /// <summary>Works out what the calls add of the stretch from <paramref name="from"/>, a start of a quarter of an hour, and says where it ends: at the end of time when it is the last.</summary>
    public async Task<DateTime> PrepareAsync(SupportDbContext db, DateTime from, CancellationToken cancellation)
    {
        var end = await EndAsync(db, from, cancellation);
        _added.Clear();
        Add(await Processed(db, from, end).ToListAsync(cancellation));
        return end;
    }

    /// <summary>Compares the stretch as it is now with what was prepared; calls that came in meanwhile are worked out here.</summary>
    public async Task<Stretch> CompareAsync(SupportDbContext db, DateTime from, DateTime end, CancellationToken cancellation)
    {
        var ids = await Processed(db, from, end).Select(call => call.Id).ToListAsync(cancellation);
        var late = ids.Where(id => !_added.ContainsKey(id)).ToList();
        if (late.Count > 0)
        {
            Add(await db.Calls.AsNoTracking().Where(call => late.Contains(call.Id)).ToListAsync(cancellation));
        }

        var expected = ids.SelectMany(id => _added[id]).CountBy(key => key).ToDictionary(entry => entry.Key, entry => entry.Value);

        var differences = new List<CountDifference>();
        foreach (var version in _versions) // One at a time: the key reaches as far as the times.
        {
            var rows = db.CallCounts.AsNoTracking().Where(row => row.ProjectId == _project.Id && row.Version == version && row.Bucket >= from && row.Bucket < end);
            foreach (var row in await rows.ToListAsync(cancellation))
            {
                expected.Remove(new(row.Version, row.Bucket, row.Kind, row.Value), out var right);
                if (right != row.Count)
                {
                    differences.Add(new(row.Version, row.Bucket, row.Kind, row.Value, right, row.Count));
                }
            }
        }

        differences.AddRange(expected.Select(left => new CountDifference(left.Key.Version, left.Key.Bucket, left.Key.Kind, left.Key.Value, left.Value, 0)));
        return new(end, ids.Count, differences);
    }

    private IQueryable<Call> Processed(SupportDbContext db, DateTime from, DateTime end) =>
        db.Calls.AsNoTracking().Where(call => call.ProjectId == _project.Id && call.StartedAt >= from && call.StartedAt < end && call.ProcessedAt != null);

    private void Add(List<Call> calls)
    {
        foreach (var call in calls)
        {
            var (version, bucket) = (call.InstructionVersion!.Value, CallCounting.BucketOf(call.StartedAt));
            _added[call.Id] = [.. CallCounting.Entries(call, _fields.At(call.ProcessedAt!.Value)).Select(entry => new Key(version, bucket, entry.Kind, entry.Value))];
            _versions.Add(version);
        }
    }

    private async Task<DateTime> EndAsync(SupportDbContext db, DateTime from, CancellationToken cancellation)
    {
        var after = await db.Calls.Where(call => call.ProjectId == _project.Id && call.StartedAt >= from)
            .OrderBy(call => call.StartedAt).Select(call => (DateTime?)call.StartedAt).Skip(CallsAtATime).FirstOrDefaultAsync(cancellation);
        if (after is not { } at)
        {
            return DateTime.MaxValue;
        }

        var bucket = CallCounting.BucketOf(at);
        return bucket > from ? bucket : from + CallCounting.BucketLength;
    }

    private readonly record struct Key(int Version, DateTime Bucket, CallCountKind Kind, string Value);

    /// <param name="End">Where the next one begins.</param>
    internal sealed record Stretch(DateTime End, int Calls, IReadOnlyList<CountDifference> Differences)
    {
        public bool IsLast => End == DateTime.MaxValue;
    }
}
