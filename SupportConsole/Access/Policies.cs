using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using SupportConsole.Domain.Access;

namespace SupportConsole.Access;

/// <summary>
/// Who may open or call what. Every page and endpoint names one. People come with a cookie and callers of the API with a
/// key, and neither is taken for the other: a page of somebody else cannot make a signed-in browser call /api.
/// </summary>
public static class Policies
{
    /// <summary>Changes things: accepts cards, edits projects and settings.</summary>
    public const string Admin = "Admin";

    /// <summary>Reads everything that is not a setting: admins and managers.</summary>
    public const string Reader = "Reader";

    /// <summary>Anybody who is signed in.</summary>
    public const string Everyone = "Everyone";

    public const string ApiIntake = "ApiIntake";
    public const string ApiRead = "ApiRead";
    public const string ApiAdmin = "ApiAdmin";

    private static readonly string[] Readers = [Roles.Admin, Roles.Manager];

    /// <summary>Whether somebody may read what <see cref="Reader"/> guards.</summary>
    public static bool IsReader(this ClaimsPrincipal person) => Readers.Any(person.IsInRole);

    public static void AddTo(AuthorizationOptions options)
    {
        options.AddPolicy(Admin, policy => Person(policy).RequireRole(Roles.Admin));
        options.AddPolicy(Reader, policy => Person(policy).RequireRole(Readers));
        options.AddPolicy(Everyone, policy => Person(policy).RequireRole(Roles.All));
        options.AddPolicy(ApiIntake, policy => Key(policy, Scopes.Intake));
        options.AddPolicy(ApiRead, policy => Key(policy, Scopes.Read, Scopes.Admin));
        options.AddPolicy(ApiAdmin, policy => Key(policy, Scopes.Admin));

        // Somebody forgot to name one: still nobody comes in without signing in.
        options.FallbackPolicy = options.DefaultPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
    }

    private static AuthorizationPolicyBuilder Person(AuthorizationPolicyBuilder policy) =>
        policy.AddAuthenticationSchemes(CookieAuthenticationDefaults.AuthenticationScheme).RequireAuthenticatedUser();

    private static void Key(AuthorizationPolicyBuilder policy, params string[] scopes) =>
        policy.AddAuthenticationSchemes(ApiKeyAuthentication.Scheme)
            .RequireAuthenticatedUser()
            .RequireClaim(ConsoleClaims.Scope, scopes);
}
