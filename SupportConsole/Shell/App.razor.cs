using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace SupportConsole.Shell;

public sealed partial class App
{
    private static readonly IComponentRenderMode Interactive = new InteractiveServerRenderMode(prerender: false);

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    /// <summary>Pages marked [ExcludeFromInteractiveRouting] (sign-in and the like, which set cookies) are rendered statically.</summary>
    private IComponentRenderMode? RenderMode => Http.AcceptsInteractiveRouting() ? Interactive : null;
}
