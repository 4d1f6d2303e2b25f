using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;

namespace SupportConsole.Access;

/// <summary>The sign-in cookie names a session; whether that still holds is asked at each request.</summary>
public sealed class SessionCookie(Sessions sessions, SeenTimes seen) : CookieAuthenticationEvents
{
    public const string Name = "console";

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (context.Principal?.SessionOf() is { } id && await sessions.CheckAsync(id, context.HttpContext.RequestAborted) is { } person)
        {
            seen.Session(id);
            context.ReplacePrincipal(ConsoleClaims.Of(person));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.IsApi())
            return AccessProblems.WriteUnauthorizedAsync(context.HttpContext, "This needs an API key.");

        // A script's request cannot sign in: a page in its place would only confuse it.
        if (context.Request.Path.Value!.StartsWith("/_", StringComparison.Ordinal))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>Lasts while it is used. The browser is told by Max-Age, so that its own clock does not matter.</summary>
    public sealed class Lifetime(IOptions<AccessOptions> access) : IConfigureNamedOptions<CookieAuthenticationOptions>
    {
        public void Configure(string? name, CookieAuthenticationOptions options)
        {
            if (name == CookieAuthenticationDefaults.AuthenticationScheme)
                options.Cookie.MaxAge = options.ExpireTimeSpan = TimeSpan.FromDays(access.Value.SessionDays);
        }

        public void Configure(CookieAuthenticationOptions options) => Configure(null, options);
    }
}
