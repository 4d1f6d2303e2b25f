using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Access;
using SupportConsole.Shell;

namespace SupportConsole.Settings.Account;

public sealed partial class PasswordPart
{
    private string _name = "";
    private string _current = "";
    private string _next = "";
    private string _again = "";
    private string? _fault;
    private int _round; // A new form after each success: no password stays behind in a field.

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private OwnAccount Account { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<AccountWords> Words { get; set; } = default!;

    protected override async Task OnInitializedAsync() => _name = (await Authentication).User.Identity!.Name!;

    private async Task ChangeAsync()
    {
        if (_next != _again)
        {
            _fault = Words["Fault.Differ"];
            return;
        }

        var user = (await Authentication).User;
        var outcome = await Account.ChangePasswordAsync(user.Actor(), _current, _next, user.SessionOf() ?? default);
        _fault = outcome switch
        {
            PasswordOutcome.Done => null,
            PasswordOutcome.TooShort => Words["Fault.TooShort", AccessRules.LeastPassword].Value,
            PasswordOutcome.TooLong => Words["Fault.TooLong", AccessRules.MostPassword].Value,
            _ => Words[$"Fault.{outcome}"].Value,
        };
        if (_fault is not null)
            return;
        (_current, _next, _again) = ("", "", "");
        _round++;
        Toasts.Show(Words["PasswordChanged"], Tone.Good);
    }
}
