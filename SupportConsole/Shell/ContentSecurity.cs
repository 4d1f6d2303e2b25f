namespace SupportConsole.Shell;

/// <summary>What a page of ours may load. Scripts only from here; styles may be inline because Plotly sets them.</summary>
internal static class ContentSecurity
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    public static void UseContentSecurity(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        Protect(http.Response.Headers);
        return next(http);
    });

    /// <summary>An answer that starts again after a fault has lost them.</summary>
    public static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
    }
}
