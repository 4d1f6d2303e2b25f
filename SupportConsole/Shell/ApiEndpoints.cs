namespace SupportConsole.Shell;

/// <summary>What every endpoint of the API says of itself: who may call it, what it does, and how it refuses.</summary>
internal static class ApiEndpoints
{
    internal const string AnyContent = "*/*";

    /// <summary>Asks for an API key with the scope that <paramref name="policy"/> names, and limits how often a key may call.</summary>
    public static RouteHandlerBuilder ForKeys(this RouteHandlerBuilder endpoint, string policy, string summary, string description) =>
        endpoint.ForIntakeKeys(policy, summary, description).RequireRateLimiting(ApiLimits.PerKey);

    /// <summary>As <see cref="ForKeys"/>, without the limit: received events have the queue as theirs.</summary>
    public static RouteHandlerBuilder ForIntakeKeys(this RouteHandlerBuilder endpoint, string policy, string summary, string description) =>
        endpoint.RequireAuthorization(policy)
            .WithSummary(summary)
            .WithDescription(description)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    /// <summary>
    /// Takes a JSON body of this shape, which the endpoint reads with <see cref="JsonBody"/>; whatever the sender calls it, since a
    /// refusal for a header would tell less than the errors by field do.
    /// </summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint, bool optional = false)
        where T : notnull =>
        endpoint.Accepts<T>(optional, "application/json", AnyContent).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
