using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Access;
using SupportConsole.Shell;

namespace SupportConsole.Settings.Account;

public sealed partial class TwoStepPart
{
    private const int TenCodes = 10;

    /// <summary>With fewer it is time to make new ones, before the last is used.</summary>
    private const int FewLeft = 3;

    private bool _read;
    private int? _left;
    private TotpKey? _key;
    private IReadOnlyList<string>? _codes;
    private Ask _asks;
    private string _code = "";
    private string _password = "";
    private string? _fault;
    private bool _focus;
    private ElementReference _codeInput;
    private ElementReference _passwordInput;

    private enum Ask
    {
        Nothing,
        Renew,
        SwitchOff,
    }

    [Inject]
    private OwnCodes Codes { get; set; } = default!;

    [Inject]
    private CurrentActor Who { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<AccountWords> Words { get; set; } = default!;

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focus)
            return;
        _focus = false;
        await (_key is null ? _passwordInput : _codeInput).FocusAsync();
    }

    private static string Spaced(string key) => string.Join(' ', key.Chunk(4).Select(part => new string(part)));

    private async Task ReadAsync()
    {
        _left = await Codes.RecoveryLeftAsync(await Who.GetAsync());
        _read = true;
    }

    private async Task StartAsync()
    {
        _key = await Codes.StartAsync(await Who.GetAsync());
        (_code, _fault, _focus) = ("", null, _key is not null);
        if (_key is null)
            await ReadAsync(); // Switched on meanwhile, on another screen.
    }

    private void Cancel() => (_key, _code, _fault) = (null, "", null);

    private async Task ConfirmAsync()
    {
        if (await Codes.ConfirmAsync(await Who.GetAsync(), _code) is not { } codes)
        {
            (_fault, _focus) = (Words["WrongCode"], true);
            return;
        }

        _codes = codes;
        Cancel();
        await ReadAsync();
        Toasts.Show(Words["TwoStepOn"], Tone.Good);
    }

    private void Begin(Ask asks) => (_asks, _password, _fault, _focus) = (asks, "", null, asks != Ask.Nothing);

    private async Task AnswerAsync()
    {
        var me = await Who.GetAsync();
        var renewed = _asks is Ask.Renew ? await Codes.RenewRecoveryAsync(me, _password) : null;
        if (_asks is Ask.Renew ? renewed is null : !await Codes.DisableAsync(me, _password))
        {
            (_fault, _password, _focus) = (Words["WrongPassword"], "", true);
            return;
        }

        if (_asks is Ask.SwitchOff)
            Toasts.Show(Words["TwoStepOffDone"]);
        _codes = renewed;
        Begin(Ask.Nothing);
        await ReadAsync();
    }
}
