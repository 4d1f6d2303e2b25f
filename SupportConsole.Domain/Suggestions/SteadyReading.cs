using System.Collections.Concurrent;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;

namespace SupportConsole.Domain.Suggestions;

/// <summary>
/// Reads how findings stand since their rates last changed. That takes the calls by day, so it is only asked for what a card is about
/// to say, and a problem that is no more is not asked about again for a while: the window still finds it at every call.
/// </summary>
public sealed class SteadyReading(CallDetection detection, TimeProvider clock)
{
    /// <summary>For how long a problem that is no more is left alone: as often as the sweep looks.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>When it was last seen to be no more, by fingerprint, and by which settings and instructions; after a restart it is asked for once more.</summary>
    private readonly ConcurrentDictionary<string, (DateTime At, int Revision)> _gone = new();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Whether the problem was no more when it was last read, a short while ago.</summary>
    public bool IsGone(ProjectSnapshot snapshot, string fingerprint) =>
        _gone.TryGetValue(fingerprint, out var gone) && gone.Revision == snapshot.Project.Revision && Now - gone.At < Pause;

    /// <summary>The finding since its rate last changed; null when its problem is no more.</summary>
    public SteadyFinding? Read(SupportDbContext db, ProjectSnapshot snapshot, Finding finding, string fingerprint)
    {
        var steady = detection.Steady(db, snapshot, finding);
        if (steady is null)
        {
            _gone[fingerprint] = (Now, snapshot.Project.Revision);
        }
        else
        {
            _gone.TryRemove(fingerprint, out _);
        }

        return steady;
    }
}
