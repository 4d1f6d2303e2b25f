using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using SupportConsole.Controls;

namespace SupportConsole.Shell;

public sealed partial class CommandSearch : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private CancellationTokenSource? _search;
    private IReadOnlyList<CommandGroup>? _groups; // null: not searched yet since it was opened
    private List<Command> _flat = [];
    private string _text = "";
    private Task _looking = Task.CompletedTask;
    private int _active;
    private bool _open;
    private bool _moved;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? InputClass { get; set; }

    [Parameter]
    public string? ListClass { get; set; }

    [Parameter]
    public bool Autofocus { get; set; }

    /// <summary>The palette offers commands before anything is typed; the search box waits for a word.</summary>
    [Parameter]
    public bool OffersUnasked { get; set; }

    /// <summary>A command was chosen, or Escape pressed: whoever shows this may put it away.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    [Inject]
    private CommandRegistry Commands { get; set; } = default!;

    [Inject]
    private NavigationManager Addresses { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ShellWords> Words { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    [Inject]
    private ILogger<CommandSearch> Log { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    private string ListId => $"{Id}-list";

    private bool Shown => _open && _groups is not null && (OffersUnasked || _text.Length > 0);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_moved)
            return;
        _moved = false;
        await Js.InvokeVoidAsync("supportConsole.reveal", $"#{OptionId(_active)}");
    }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
        _search?.Dispose();
    }

    private string OptionId(int index) => $"{Id}-{index}";

    private Task LookAsync()
    {
        _open = true;
        return _looking = SearchAsync();
    }

    private static void Stay()
    {
    }

    private void Leave()
    {
        if (OffersUnasked)
            Empty(); // The palette starts afresh each time; the search box keeps its word.
        else
            _open = false;
    }

    /// <summary>The list goes with the word: shown again for a moment, it would change under the pointer.</summary>
    private void Empty() => (_open, _text, _groups, _flat, _active) = (false, "", null, [], 0);

    private async Task SearchAsync()
    {
        if (_search is not null)
            await _search.CancelAsync();
        _search?.Dispose();
        var search = _search = CancellationTokenSource.CreateLinkedTokenSource(_gone.Token);
        var token = search.Token;
        var person = Authentication is null ? new ClaimsPrincipal() : (await Authentication).User;
        try
        {
            var groups = await Commands.SearchAsync(_text.Trim(), person, token);
            if (token.IsCancellationRequested)
                return;
            (_groups, _flat, _active) = (groups, [.. groups.SelectMany(group => group.Commands)], 0);
        }
        catch (OperationCanceledException)
        {
            // The next letter was typed first.
        }
    }

    private async Task PressAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when _flat.Count > 0:
                Move(1);
                break;
            case "ArrowUp" when _flat.Count > 0:
                Move(-1);
                break;
            case "Enter" when _open:
                await _looking; // What was typed before Enter counts, also when its search is still under way.
                if (Shown && _active < _flat.Count)
                    await RunAsync(_flat[_active]);
                break;
            case "Escape":
                Empty();
                await OnDone.InvokeAsync();
                break;
        }
    }

    private void Move(int by) => (_active, _moved) = ((_active + by + _flat.Count) % _flat.Count, true);

    private async Task RunAsync(Command command)
    {
        Empty();
        await OnDone.InvokeAsync();
        try
        {
            if (command.Href is not null)
                Addresses.NavigateTo(command.Href);
            if (command.Run is not null)
                await command.Run();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // No page stands around the palette whose boundary could catch this.
            Log.LogError(fault, "Command {Label} failed", command.Label);
            Toasts.Show(Words["CommandFailed", command.Label], Tone.Bad);
        }
    }
}
