using Microsoft.AspNetCore.Components.Server.Circuits;

namespace SupportConsole.Shell;

/// <summary>Says when a connection that was lost is back, so that a page can read again what it shows.</summary>
public sealed class Reconnection : CircuitHandler
{
    private bool _lost;

    /// <summary>Raised from any thread.</summary>
    public event Action? Back;

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _lost = true;
        return Task.CompletedTask;
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_lost)
            Back?.Invoke();
        _lost = false;
        return Task.CompletedTask;
    }
}
