using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;

namespace SupportConsole.Access;

/// <summary>
/// Lets only signed deliveries of one kind of webhook reach an endpoint. The endpoint must not bind the body: it takes the
/// bytes that were signed from <see cref="Delivery"/>.
/// </summary>
public static class SignedDeliveries
{
    private const string Refusal =
        "X-Webhook must name a webhook of this kind and X-Signature must be t=<unix>,v1=<hex HMAC-SHA256 of \"t.body\"> with its secret, made just now.";

    public static TBuilder RequireSignature<TBuilder>(this TBuilder endpoint, WebhookKind kind)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.AllowAnonymous(); // The signature takes the key's place.
        return endpoint.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var options = http.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value;
            if (await ReadAsync(http.Request, options.WebhookBodyBytes) is not { } body)
                return Results.Problem($"At most {options.WebhookBodyBytes} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge);

            var name = http.Request.Headers[WebhookSignature.NameHeader].ToString();
            var webhook = await http.RequestServices.GetRequiredService<WebhookDirectory>().FindAsync(name, http.RequestAborted);
            var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            var holds = WebhookSignature.Holds(
                http.Request.Headers[WebhookSignature.Header], body.Span, webhook?.Secret ?? "", now, TimeSpan.FromSeconds(options.WebhookToleranceSeconds));
            if (!holds || webhook?.Kind != kind)
                return Results.Problem(Refusal, statusCode: StatusCodes.Status401Unauthorized);

            http.RequestServices.GetRequiredService<SeenTimes>().Webhook(webhook.Id);
            http.Features.Set(new SignedDelivery(webhook.Name, body));
            return await next(context);
        });
    }

    public static SignedDelivery Delivery(this HttpContext http) =>
        http.Features.Get<SignedDelivery>() ?? throw new InvalidOperationException("This endpoint lacks RequireSignature.");

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
            return null;
        using var bytes = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(part, request.HttpContext.RequestAborted)) > 0;)
        {
            if (bytes.Length + read > most)
                return null;
            bytes.Write(part, 0, read);
        }

        return bytes.ToArray();
    }
}
