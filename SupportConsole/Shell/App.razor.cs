using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using SupportConsole.Access;

namespace SupportConsole.Shell;

public sealed partial class App
{
    private static readonly IComponentRenderMode Interactive = new InteractiveServerRenderMode(prerender: false);

    // In this order: tokens first, so that each may use what stands before it.
    private static readonly string[] Stylesheets =
        ["tokens", "base", "frame", "split", "controls", "forms", "tables", "overlays", "menus", "charts", "frame-phone"];

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    /// <summary>Pages marked [ExcludeFromInteractiveRouting] (sign-in and the like, which set cookies) are rendered statically.</summary>
    private IComponentRenderMode? RenderMode => Http.AcceptsInteractiveRouting() ? Interactive : null;

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    // Known before the first paint, so that nobody sees a white flash at night.
    private string ThemeName => Theme.Parse(Http.User.FindFirstValue(ConsoleClaims.Theme) ?? Http.Request.Cookies[Theme.Cookie]);
}
