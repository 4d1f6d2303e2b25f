using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Live;

namespace SupportConsole.Access;

/// <summary>
/// Who is signed in on a circuit. A circuit outlives the request that opened it, so it is told when somebody's access
/// changes: once its session no longer holds nobody is signed in here, and the router leads away from the page.
/// </summary>
public sealed class CircuitSignIn : ServerAuthenticationStateProvider, IDisposable
{
    private static readonly Task<AuthenticationState> Nobody = Task.FromResult(new AuthenticationState(new ClaimsPrincipal()));

    private readonly Sessions _sessions;
    private readonly ILogger<CircuitSignIn> _logger;
    private readonly IDisposable _subscription;
    private Task<AuthenticationState>? _state;

    public CircuitSignIn(Sessions sessions, LiveFeed feed, ILogger<CircuitSignIn> logger)
    {
        _sessions = sessions;
        _logger = logger;
        AuthenticationStateChanged += Begin;
        _subscription = feed.Subscribe([LiveTopic.Access], _ => CheckSoon());
    }

    /// <summary>The session of this circuit, once it is known.</summary>
    public Guid? Session => _state is { IsCompletedSuccessfully: true } state ? state.GetAwaiter().GetResult().User.SessionOf() : null;

    public void Dispose()
    {
        AuthenticationStateChanged -= Begin;
        _subscription.Dispose();
    }

    private void Begin(Task<AuthenticationState> state)
    {
        _state = state;
        CheckSoon(); // It may have ended between the request's check and our subscription.
    }

    private void CheckSoon() => _ = CheckAsync(); // Which lets no fault out.

    private async Task CheckAsync()
    {
        try
        {
            if (_state is { } state && (await state).User.SessionOf() is { } session && await _sessions.CheckAsync(session) is null)
                SetAuthenticationState(Nobody);
        }
        catch (Exception fault)
        {
            // Whether they may stay is not known: then they sign in again.
            _logger.LogError(fault, "Could not check the session of a circuit");
            SetAuthenticationState(Nobody);
        }
    }
}
