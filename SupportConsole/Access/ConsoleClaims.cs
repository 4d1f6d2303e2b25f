using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using SupportConsole.Domain.Access;

namespace SupportConsole.Access;

/// <summary>What a signed-in person or a key carries through a request or a circuit.</summary>
public static class ConsoleClaims
{
    public const string DisplayName = "display_name";
    public const string Language = "language";
    public const string Theme = "theme";
    public const string Session = "session";
    public const string Scope = "scope";

    /// <summary>The claims as the person's row holds them now; the cookie itself carries only the session.</summary>
    public static ClaimsPrincipal Of(SignedInPerson person)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new(ClaimTypes.Name, person.Name),
            new(ClaimTypes.Role, person.Role),
            new(DisplayName, person.DisplayName),
            new(Theme, person.Theme),
            new(Session, person.Session.ToString()),
        ];
        if (person.Language is not null)
            claims.Add(new(Language, person.Language));
        return new(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    public static ClaimsPrincipal Of(ApiKeyDirectory.KnownKey key) => new(new ClaimsIdentity(
        [new(ClaimTypes.Name, key.Name), .. key.Scopes.Select(scope => new Claim(Scope, scope))], ApiKeyAuthentication.Scheme));

    public static Guid? SessionOf(this ClaimsPrincipal person) =>
        Guid.TryParse(person.FindFirstValue(Session), out var id) ? id : null;
}
