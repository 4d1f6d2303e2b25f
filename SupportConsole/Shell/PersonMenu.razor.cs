using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Settings.People;

namespace SupportConsole.Shell;

public sealed partial class PersonMenu
{
    private string _theme = Theme.Auto;
    private string _name = "";
    private string _roles = "";
    private bool _signedIn;

    [Inject]
    private IStringLocalizer<ShellWords> Words { get; set; } = default!;

    [Inject]
    private IStringLocalizer<PeopleWords> PeopleWords { get; set; } = default!;

    [Inject]
    private Theme Themes { get; set; } = default!;

    [Inject]
    private Preferences Preferences { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    private string Name => _name.Length > 0 ? _name : Words["NotSignedIn"];

    private string Initials => _name.Length == 0
        ? "?"
        : string.Concat(_name.Split([' ', '.', '@', '-'], StringSplitOptions.RemoveEmptyEntries).Take(2).Select(part => char.ToUpper(part[0], CultureInfo.CurrentCulture)));

    private static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    protected override async Task OnInitializedAsync()
    {
        if (Authentication is null)
            return;
        var person = (await Authentication).User;
        _signedIn = person.Identity?.IsAuthenticated == true;
        _name = person.FindFirstValue(ConsoleClaims.DisplayName) ?? person.Identity?.Name ?? "";
        _roles = string.Join(", ", person.FindAll(ClaimTypes.Role).Select(role => PeopleWords[$"Role.{role.Value}"].Value));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _theme = await Themes.CurrentAsync();
        StateHasChanged();
    }

    private async Task ChooseThemeAsync(string theme)
    {
        _theme = theme;
        await Preferences.ChooseThemeAsync(theme);
    }
}
