namespace SupportConsole.Domain.Upkeep.Runs;

/// <summary>How a piece of long work says how far it is, and hears that it should stop.</summary>
public sealed class RunProgress(Func<long, long, RunNote?, Task> tell, CancellationToken stopping)
{
    /// <summary>Of work that nobody watches.</summary>
    public static readonly RunProgress None = new((_, _, _) => Task.CompletedTask, CancellationToken.None);

    /// <summary>Fires when a person stops the run, or the process ends.</summary>
    public CancellationToken Stopping => stopping;

    /// <summary>As often as one likes: only some of it is written.</summary>
    public Task ReportAsync(long done, long total, RunNote? note = null) => tell(done, total, note);
}
