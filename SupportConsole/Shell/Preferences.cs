using Microsoft.AspNetCore.Components.Authorization;
using SupportConsole.Access;
using SupportConsole.Domain.Access;

namespace SupportConsole.Shell;

/// <summary>
/// Theme and language, wherever they are chosen. The account keeps them for every browser, and what it says holds; a cookie keeps
/// them for the pages that nobody is signed in on.
/// </summary>
public sealed class Preferences(Theme theme, Language language, OwnAccount account, AuthenticationStateProvider authentication)
{
    public async Task ChooseThemeAsync(string chosen)
    {
        if (await MeAsync() is { } me)
            await account.ChooseThemeAsync(me, chosen);
        await theme.ChooseAsync(chosen);
    }

    /// <summary>Null for what the browser asks for.</summary>
    public async Task ChooseLanguageAsync(string? chosen)
    {
        if (await MeAsync() is { } me)
            await account.ChooseLanguageAsync(me, chosen);
        await language.ChooseAsync(chosen ?? "");
    }

    private async Task<Actor?> MeAsync() =>
        (await authentication.GetAuthenticationStateAsync()).User is { Identity.IsAuthenticated: true } person ? person.Actor() : null;
}
