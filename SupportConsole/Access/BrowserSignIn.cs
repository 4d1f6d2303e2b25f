using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using SupportConsole.Domain.Access;

namespace SupportConsole.Access;

/// <summary>Gives this browser the cookie of a new session, or takes it away.</summary>
public sealed class BrowserSignIn(Sessions sessions)
{
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>Signs in; false when the person was disabled just now.</summary>
    public async Task<bool> SignInAsync(HttpContext http, long personId)
    {
        var browser = BrowserName.Of(http.Request.Headers.UserAgent);
        if (await sessions.OpenAsync(personId, browser, http.Connection.RemoteIpAddress?.ToString() ?? "", http.RequestAborted) is not { } person)
            return false;
        await http.SignInAsync(Scheme, new(new ClaimsIdentity([new(ConsoleClaims.Session, person.Session.ToString())], Scheme)));
        return true;
    }

    public async Task SignOutAsync(HttpContext http)
    {
        if (http.User.SessionOf() is { } session)
            await sessions.CloseAsync(session, http.RequestAborted);
        await http.SignOutAsync(Scheme);
    }
}
