using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Localization;

namespace SupportConsole.Shell;

/// <summary>
/// A fault while a page is answered (sign-in, a new password, a file) ends in a calm page: never blank, never a stack trace, in
/// every environment. Whoever reads it may not have chosen a language yet, so it says it in each.
/// </summary>
internal static class PageFaults
{
    public static void UsePageFaults(this IApplicationBuilder app) => app.UseWhen(
        http => !http.Request.Path.StartsWithSegments(ApiFaults.Api),
        pages => pages.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = WriteAsync,
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException or OperationCanceledException,
        }));

    private static async Task WriteAsync(HttpContext http)
    {
        if (http.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException refused)
            http.Response.StatusCode = refused.StatusCode;
        ContentSecurity.Protect(http.Response.Headers);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsync(Page(http.RequestServices.GetRequiredService<IStringLocalizer<ShellWords>>()));
    }

    private static string Page(IStringLocalizer<ShellWords> words) => $"""
        <!DOCTYPE html>
        <html lang="{Culture.All[0]}">
        <head>
          <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>SupportConsole</title>
          <link rel="stylesheet" href="/css/tokens.css"><link rel="stylesheet" href="/css/base.css"><link rel="stylesheet" href="/css/controls.css">
        </head>
        <body><main class="state failed">{string.Concat(Culture.All.Select(language => Said(words, language)))}</main></body>
        </html>
        """;

    private static string Said(IStringLocalizer<ShellWords> words, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language); // Holds until this request is answered.
        string Word(string key) => HtmlEncoder.Default.Encode(words[key]);
        return $"""<section lang="{language}"><h1>{Word("SomethingWentWrong")}</h1><p>{Word("FaultInLog")}</p><p><a href="/">{Word("GoToToday")}</a></p></section>""";
    }
}
