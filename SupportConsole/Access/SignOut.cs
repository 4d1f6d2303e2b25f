using Microsoft.AspNetCore.Antiforgery;
using SupportConsole.Shell;

namespace SupportConsole.Access;

internal static class SignOut
{
    public static void MapSignOut(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Links.SignOut, async (HttpContext http, IAntiforgery antiforgery, BrowserSignIn browser) =>
        {
            // Another site could sign people out, and have them sign in again where it likes.
            if (!await antiforgery.IsRequestValidAsync(http))
                return Results.Problem("The form is too old. Load the page again.", statusCode: StatusCodes.Status400BadRequest);
            await browser.SignOutAsync(http);
            http.Response.Cookies.Delete(Theme.Cookie); // Nor is how they like to read.
            http.Response.Cookies.Delete(Culture.Cookie);
            http.Response.Headers["Clear-Site-Data"] = "\"storage\""; // Drafts are nobody else's business.
            return Results.LocalRedirect(Links.SignIn);
        }).RequireAuthorization(Policies.Everyone);
}
