using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using SupportConsole.Controls;

namespace SupportConsole.Shell;

/// <summary>Carries keys from js/keys.js to the shortcuts of the page, and tells it which keys there are.</summary>
public sealed partial class KeyListener : IAsyncDisposable
{
    private DotNetObjectReference<KeyListener>? _self;
    private IJSObjectReference? _keys;
    private ShortcutScope? _global;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    [Inject]
    private Shortcuts Shortcuts { get; set; } = default!;

    [Inject]
    private NavigationManager Addresses { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ShellWords> Words { get; set; } = default!;

    [Inject]
    private ILogger<KeyListener> Log { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _global = Shortcuts.Scope(this, Words["Everywhere"]);
        Shortcuts.Changed += SendKeys;
        var person = Authentication is null ? new ClaimsPrincipal() : (await Authentication).User;
        foreach (var entry in Navigation.For(person))
            _global.Add(entry.Keys, Words[entry.Label], _ => Addresses.NavigateTo(entry.Route));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _keys = await Js.InvokeAsync<IJSObjectReference>("import", "./js/keys.js");
        _self = DotNetObjectReference.Create(this);
        await _keys.InvokeVoidAsync("attach", _self, Shortcuts.Keys);
    }

    [JSInvokable]
    public async Task PressedAsync(string key, string? cardId, int? revision)
    {
        try
        {
            await Shortcuts.PressAsync(new(key, cardId, revision));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A key pressed here has no page around it whose boundary could catch this.
            Log.LogError(fault, "Key {Key} failed", key);
            Toasts.Show(Words["KeyFailed"], Tone.Bad);
        }
    }

    /// <summary>The connection broke while this key was on its way: it may have arrived or not.</summary>
    [JSInvokable]
    public void Lost(string key) => Toasts.Show(Words["KeyMayBeLost", key.ToUpperInvariant()], Tone.Warning);

    public async ValueTask DisposeAsync()
    {
        Shortcuts.Changed -= SendKeys;
        _global?.Dispose();
        if (_keys is not null)
        {
            try
            {
                await _keys.InvokeVoidAsync("detach");
                await _keys.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The browser has gone, and its listeners with it.
            }
        }

        _self?.Dispose();
    }

    private void SendKeys() => _ = InvokeAsync(async () =>
    {
        if (_keys is not null)
            await _keys.InvokeVoidAsync("setKeys", Shortcuts.Keys);
    });
}
