namespace SupportConsole.Domain.Triage.Learning;

/// <summary>Follows a training from another thread: how far it is, and a word to stop it. What is learned does not depend on it.</summary>
public sealed class TrainingWatch(CancellationToken stopping)
{
    private long _done, _total;

    /// <summary>0 to 1.</summary>
    public double Share => Volatile.Read(ref _total) is > 0 and var total ? Math.Min(1, (double)Volatile.Read(ref _done) / total) : 0;

    internal void Expect(long work) => Volatile.Write(ref _total, work);

    internal void Worked(long work) => Volatile.Write(ref _done, _done + work);

    /// <summary>Asked for every text of every loop: none takes longer than a moment.</summary>
    /// <exception cref="OperationCanceledException">It is to stop.</exception>
    internal void Check() => stopping.ThrowIfCancellationRequested();
}
