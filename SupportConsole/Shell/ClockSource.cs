using Microsoft.AspNetCore.Components;
using SupportConsole.Controls;

namespace SupportConsole.Shell;

/// <summary>Cascades a new <see cref="Clock"/> twice a minute. Only what shows relative times draws again, and no page loads again.</summary>
internal sealed class ClockSource : CascadingValueSource<Clock>, IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    private readonly ITimer _timer;

    public ClockSource(WorkspaceTime time, TimeProvider clock)
        : base(() => time.Clock, isFixed: false) =>
        _timer = clock.CreateTimer(_ => _ = NotifyChangedAsync(time.Clock), state: null, Step, Step);

    public void Dispose() => _timer.Dispose();
}
