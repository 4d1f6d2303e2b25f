using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Live;
using SupportConsole.Live;
using SupportConsole.Shell;

namespace SupportConsole.Settings.Account;

/// <summary>The browsers in which this person is signed in. Revoking is not undone: signing in again is the way back.</summary>
public sealed partial class SessionsPart : LiveComponent
{
    private IReadOnlyList<SessionRow> _rows = [];
    private Load _load = Load.Loading;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private OwnSessions Sessions { get; set; } = default!;

    [Inject]
    private WorkspaceTime Time { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private ILogger<SessionsPart> Log { get; set; } = default!;

    [Inject]
    private IStringLocalizer<AccountWords> Words { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics => [LiveTopic.Access];

    protected override async Task ReadAsync()
    {
        try
        {
            var (me, current) = await MeAsync();
            _rows = await Sessions.ListAsync(me, current, Gone);
            _load = Load.Full;
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not AccessDeniedException)
        {
            Log.LogError(fault, "The sessions could not be read");
            _load = Load.Failed;
        }
    }

    private string Name(SessionRow row) => row.Browser.Length == 0 ? Words["UnknownBrowser"] : row.Browser;

    private async Task RevokeAsync(SessionRow row)
    {
        var (me, _) = await MeAsync();
        await Sessions.RevokeAsync(me, row.Id);
        await ReadAsync();
        Toasts.Show(Words["SignedOutOf", Name(row)], Tone.Good);
    }

    private async Task RevokeOthersAsync()
    {
        var (me, current) = await MeAsync();
        await Sessions.RevokeOthersAsync(me, current);
        await ReadAsync();
        Toasts.Show(Words["SignedOutOthers"], Tone.Good);
    }

    private async Task<(Actor Me, Guid Session)> MeAsync()
    {
        var user = (await Authentication).User;
        return (user.Actor(), user.SessionOf() ?? default);
    }
}
