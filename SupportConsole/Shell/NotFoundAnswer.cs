using Microsoft.AspNetCore.Diagnostics;

namespace SupportConsole.Shell;

/// <summary>A person who mistypes an address gets a page; a program keeps its bare 404.</summary>
internal static class NotFoundAnswer
{
    public static void UseNotFoundPage(this IApplicationBuilder app)
    {
        app.UseStatusCodePagesWithReExecute(Links.NotFound, createScopeForStatusCodePages: true);
        app.Use((http, next) =>
        {
            if (!AsksForPage(http.Request) && http.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = false;
            return next(http);
        });
    }

    private static bool AsksForPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}
