using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Access;
using SupportConsole.Settings.People;
using SupportConsole.Shell;

namespace SupportConsole.Settings.Account;

public sealed partial class ProfilePart
{
    private Person? _person;
    private string _name = "";
    private bool _nameFault;

    [Inject]
    private OwnAccount Account { get; set; } = default!;

    [Inject]
    private CurrentActor Who { get; set; } = default!;

    [Inject]
    private Preferences Preferences { get; set; } = default!;

    [Inject]
    private IStringLocalizer<PeopleWords> PeopleWords { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<AccountWords> Words { get; set; } = default!;

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        _person = await Account.ReadAsync(await Who.GetAsync());
        _name = _person.DisplayName;
    }

    private async Task RenameAsync()
    {
        var before = _person!.DisplayName;
        _nameFault = !await Account.RenameAsync(await Who.GetAsync(), _name);
        if (_nameFault)
            return;
        await ReadAsync();
        if (_name != before)
            Toasts.Show(Words["Renamed", _name], Tone.Good, () => UndoRenameAsync(before));
    }

    private async Task UndoRenameAsync(string before)
    {
        await Account.RenameAsync(await Who.GetAsync(), before);
        await InvokeAsync(async () =>
        {
            await ReadAsync();
            StateHasChanged();
        });
    }

    private Task ChooseLanguageAsync(string? language) => Preferences.ChooseLanguageAsync(language is "" ? null : language);

    private async Task ChooseThemeAsync(string theme)
    {
        await Preferences.ChooseThemeAsync(theme);
        await ReadAsync();
    }
}
