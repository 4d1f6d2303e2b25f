using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Components.Endpoints;

namespace SupportConsole.Access;

/// <summary>
/// Somebody whose role does not open a page gets 403 and the frame with a calm message: the router checks the page's
/// policy itself and draws that in its place.
/// </summary>
internal sealed class RefusedPage : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _rest = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        if (!result.Forbidden || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
            return _rest.HandleAsync(next, context, policy, result);

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return next(context);
    }
}
