using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Intake;

namespace SupportConsole.Shell;

/// <summary>
/// Whatever ends a request under /api without an answer of its own ends in problem details: refusals of the framework, and
/// faults, of which the caller learns nothing but that there was one.
/// </summary>
internal static class ApiFaults
{
    internal static readonly PathString Api = "/api";

    public static void UseApiFaults(this IApplicationBuilder app) => app.UseWhen(
        http => http.Request.Path.StartsWithSegments(Api),
        api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandler = http => AnswerOf(http, http.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error).ExecuteAsync(http),
                SuppressDiagnosticsCallback = context => IsExpected(context.Exception),
            });
            api.UseStatusCodePages(pages => Refused(pages.HttpContext).ExecuteAsync(pages.HttpContext));
        });

    private static bool IsExpected(Exception fault) =>
        fault is AccessDeniedException or QueueFullException or BadHttpRequestException or OperationCanceledException;

    private static IResult AnswerOf(HttpContext http, Exception fault) => fault switch
    {
        AccessDeniedException => Problems.Problem(StatusCodes.Status403Forbidden, fault.Message),
        QueueFullException => Problems.Busy(http),
        BadHttpRequestException bad => Problems.Problem(bad.StatusCode, TextOf(bad.StatusCode)),
        OperationCanceledException => Problems.Problem(StatusCodes.Status503ServiceUnavailable, "The console is stopping; try again."),
        _ => Problems.Problem(StatusCodes.Status500InternalServerError, "Something went wrong here; the console's log says what."),
    };

    private static IResult Refused(HttpContext http) => Problems.Problem(http.Response.StatusCode, TextOf(http.Response.StatusCode));

    private static string TextOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Send an API key that is in force: Authorization: Bearer sc_...",
        StatusCodes.Status403Forbidden => "This API key may not do this; it needs another scope.",
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take this method.",
        StatusCodes.Status413PayloadTooLarge => "The body is larger than this address takes.",
        _ => ReasonPhrases.GetReasonPhrase(status),
    };
}
