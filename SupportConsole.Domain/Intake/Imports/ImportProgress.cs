using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>Tells open pages how far an import is, a few times a second at most: it makes dozens of commits in one.</summary>
public sealed class ImportProgress(LiveFeed feed, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private long _told = clock.GetTimestamp();

    public void Tell(long importId, bool atOnce = false)
    {
        if (atOnce || clock.GetElapsedTime(Volatile.Read(ref _told)) >= Pause)
        {
            Volatile.Write(ref _told, clock.GetTimestamp());
            feed.Announce(new LiveChange(LiveTopic.Import, importId));
        }
    }

    /// <summary>A project has other calls than before.</summary>
    public void TellCalls(long projectId) => feed.Announce(new LiveChange(LiveTopic.Call, projectId));
}
