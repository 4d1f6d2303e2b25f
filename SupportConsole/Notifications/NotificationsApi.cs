using System.ComponentModel;
using SupportConsole.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Intake;
using SupportConsole.Shell;

namespace SupportConsole.Notifications;

/// <summary>What the bell shows, for callers that bring it elsewhere.</summary>
internal static class NotificationsApi
{
    public static void MapNotifications(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGroup("/api").WithTags("Notifications").MapGet("/notifications", ListAsync)
            .ForKeys(
                Policies.ApiRead,
                "List notifications",
                "Newest first: a card that was made, applied or judged, with its priority, what it is worth and where it is.")
            .Produces<ApiNotifications>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> ListAsync(
        [Description(Paging.CursorText)] string? cursor,
        [Description(Paging.LimitText)] string? limit,
        NotificationReading reading,
        NotificationWording wording,
        ConsoleAddress address,
        CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var (before, take) = (Paging.After(cursor, errors), Paging.Limit(limit, errors));
        if (errors.Any)
            return Problems.Invalid(errors);
        var page = await reading.ListAsync(before, take, cancellation: cancellation);
        return TypedResults.Ok(ApiNotifications.Of(page, wording, path => address.Of(path)));
    }
}
