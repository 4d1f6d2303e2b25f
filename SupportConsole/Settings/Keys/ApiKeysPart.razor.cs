using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Live;
using SupportConsole.Live;
using SupportConsole.Shell;

namespace SupportConsole.Settings.Keys;

public sealed partial class ApiKeysPart : LiveComponent
{
    private const int PageSize = 100;

    private readonly HashSet<string> _scopes = [Scopes.Intake];
    private IReadOnlyList<ApiKeyRow> _rows = [];
    private Load _load = Load.Loading;
    private MadeSecret? _made;
    private string _name = "";
    private string? _nameFault;
    private string? _scopesFault;
    private int _shown = PageSize;
    private bool _more;

    [Inject]
    private ApiKeys Keys { get; set; } = default!;

    [Inject]
    private CallExamples Examples { get; set; } = default!;

    [Inject]
    private CurrentActor Who { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private ILogger<ApiKeysPart> Log { get; set; } = default!;

    [Inject]
    private IStringLocalizer<KeysWords> Words { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics => [LiveTopic.Access];

    protected override async Task ReadAsync()
    {
        try
        {
            var rows = await Keys.ListAsync(take: _shown + 1, cancellation: Gone);
            (_rows, _more) = ([.. rows.Take(_shown)], rows.Count > _shown);
            _load = _rows.Count == 0 ? Load.Empty : Load.Full;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.LogError(fault, "The API keys could not be read");
            _load = Load.Failed;
        }
    }

    private Task ShowMoreAsync()
    {
        _shown += PageSize;
        return ReadAsync();
    }

    private void Choose(string scope, bool on)
    {
        if (on)
            _scopes.Add(scope);
        else
            _scopes.Remove(scope);
    }

    private async Task AddAsync()
    {
        var draft = new ApiKeyDraft(_name.Trim(), [.. Scopes.All.Where(_scopes.Contains)]);
        var errors = draft.Check();
        _nameFault = errors.For("name").Count > 0 ? Words["Fault.name"].Value : null;
        _scopesFault = errors.For("scopes").Count > 0 ? Words["Fault.scopes"].Value : null;
        if (errors.Any)
            return;
        if (await Keys.AddAsync(draft, await Who.GetAsync()) is not { } key)
        {
            _nameFault = Words["Fault.taken"];
            return;
        }

        _made = new(draft.Name, key, draft.Scopes.Contains(Scopes.Read) || draft.Scopes.Contains(Scopes.Admin));
        _name = "";
        await ReadAsync();
    }

    private async Task RevokeAsync(ApiKeyRow key)
    {
        await Keys.RevokeAsync(key.Name, await Who.GetAsync());
        await ReadAsync();
        Toasts.Show(Words["RevokedDone", key.Name], Tone.Good);
    }
}
