using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using SupportConsole.Domain.Access;

namespace SupportConsole.Access;

/// <summary>Who acts, for the audit and for the write classes, which read their role again.</summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication)
{
    /// <summary>The person of this circuit or page.</summary>
    public async Task<Actor> GetAsync() => (await authentication.GetAuthenticationStateAsync()).User.Actor();
}

public static class CurrentActors
{
    /// <summary>The person or key of this request.</summary>
    public static Actor Actor(this HttpContext http) => http.User.Actor();

    /// <summary>Throws for a stranger: what needs an actor stands behind a policy, or the session ended just now.</summary>
    public static Actor Actor(this ClaimsPrincipal user) => user switch
    {
        { Identity: not { IsAuthenticated: true } } => throw new AccessDeniedException("signed in"),
        { Identity.AuthenticationType: ApiKeyAuthentication.Scheme } => Domain.Access.Actor.ApiKey(user.Identity.Name!),
        _ => new(user.Identity.Name!, long.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture)),
    };
}
