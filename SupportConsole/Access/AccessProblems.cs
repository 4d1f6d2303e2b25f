namespace SupportConsole.Access;

/// <summary>How a program is refused: RFC 9457, never a redirect to a page it cannot read.</summary>
internal static class AccessProblems
{
    public static bool IsApi(this HttpRequest request) => request.Path.StartsWithSegments("/api");

    public static Task WriteUnauthorizedAsync(HttpContext http, string detail)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem(detail, statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(http);
    }

    public static Task WriteForbiddenAsync(HttpContext http, string detail) =>
        Results.Problem(detail, statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(http);
}
