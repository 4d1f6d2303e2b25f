using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Localization;
using SupportConsole.Domain.Data;
using SupportConsole.Intake;

namespace SupportConsole.Imports;

/// <summary>A file that a page sends: its person hears in their own language why it is not taken, and else is sent on.</summary>
internal static class PageUpload
{
    /// <summary>
    /// A file may be as large as its own limit says, which is counted while it comes in; the server's is for requests that are held. It may
    /// also take its time: a person on a slow line is no attack, they are signed in as admin, or hold an admin's key.
    /// </summary>
    public static RouteHandlerBuilder WithoutBodyLimit(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new Microsoft.AspNetCore.Mvc.DisableRequestSizeLimitAttribute()).AddEndpointFilter((context, next) =>
        {
            if (context.HttpContext.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
                rate.MinDataRate = null;
            return next(context);
        });

    /// <param name="take">Takes it in: where to go then, or why not; null when it is too large.</param>
    public static async Task<IResult> AnswerAsync(
        HttpContext http, IAntiforgery antiforgery, IStringLocalizer<ImportWords> words, Func<Task<(string? Then, FieldErrors? Errors)?>> take)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            return Problems.Problem(StatusCodes.Status400BadRequest, words["File.old_page"]);
        if (await take() is not { } taken)
            return Problems.Problem(StatusCodes.Status413PayloadTooLarge, words["File.too_large"]);
        return taken.Then is { } then
            ? TypedResults.Created(then)
            : Problems.Problem(StatusCodes.Status422UnprocessableEntity, words[$"File.{taken.Errors!.For("file")[0].Kind ?? "none"}"]);
    }
}
