using System.Globalization;
using Microsoft.AspNetCore.Components;
using SupportConsole.Domain.Live;

namespace SupportConsole.Live;

/// <summary>
/// A page or part that shows what is in the database now. It subscribes before its first reading, so that nothing falls
/// between, and reads again when a topic it shows has changed: at once (or after its <see cref="Lag"/>), and then at most
/// once in each <see cref="Pause"/>.
/// </summary>
public abstract class LiveComponent : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _gone = new();
    // A change is announced on the thread of whoever made it; what is read again is drawn in this reader's language.
    private readonly (CultureInfo Formats, CultureInfo Words) _culture = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private IDisposable? _subscription;
    private int _changes;

    [Inject]
    protected LiveFeed Feed { get; set; } = null!;

    [Inject]
    protected TimeProvider Clock { get; set; } = null!;

    /// <summary>What this shows.</summary>
    protected abstract IReadOnlyCollection<LiveTopic> Topics { get; }

    /// <summary>
    /// How long at least between two readings. A person sees no difference below a tenth of a second, and a burst of calls
    /// would otherwise redraw for each one; what costs more to read, or is looked at rather than worked in, may wait longer.
    /// </summary>
    protected virtual TimeSpan Pause => TimeSpan.FromMilliseconds(100);

    /// <summary>How long a change may wait. None where people work; the frame's counts come after what they count.</summary>
    protected virtual TimeSpan Lag => TimeSpan.Zero;

    /// <summary>Ends when the component goes: pass it to every query.</summary>
    protected CancellationToken Gone => _gone.Token;

    /// <summary>Reads everything that is shown. Runs on the circuit; the component is drawn again afterwards.</summary>
    protected abstract Task ReadAsync();

    /// <summary>Whether a change matters here; by default each change of its topics does. Runs on the announcing thread.</summary>
    protected virtual bool Concerns(LiveChange change) => true;

    protected override async Task OnInitializedAsync()
    {
        _subscription = Feed.Subscribe(Topics, OnChange);
        await ReadAsync();
    }

    public virtual ValueTask DisposeAsync()
    {
        _subscription?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Reads again as if something had changed; from any thread.</summary>
    protected void Again()
    {
        // Only the first change since the last reading starts one; those that come meanwhile are seen by the next. Never on
        // the announcing thread: whoever wrote would read for every open page before going on.
        if (Interlocked.Increment(ref _changes) == 1)
            _ = Task.Run(() => InvokeAsync(ReadAgainAsync));
    }

    private void OnChange(LiveChange change)
    {
        if (Concerns(change))
            Again();
    }

    private async Task ReadAgainAsync()
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _culture; // Holds until this method returns.
        try
        {
            if (Lag > TimeSpan.Zero)
                await Task.Delay(Lag, Clock, _gone.Token);
            while (!_gone.IsCancellationRequested)
            {
                var seen = Volatile.Read(ref _changes);
                await ReadAsync();
                StateHasChanged();
                await Task.Delay(Pause, Clock, _gone.Token);
                if (Interlocked.CompareExchange(ref _changes, 0, seen) == seen)
                    return;
            }
        }
        catch (Exception fault) when (_gone.IsCancellationRequested && fault is OperationCanceledException or ObjectDisposedException)
        {
            // The page is gone; so is the need to read.
        }
        catch (Exception fault)
        {
            Interlocked.Exchange(ref _changes, 0);
            await DispatchExceptionAsync(fault);
        }
    }
}
