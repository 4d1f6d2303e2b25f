using System.ComponentModel;
using System.Globalization;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Suggestions;

namespace SupportConsole.Notifications;

/// <summary>A notification as the API shows it.</summary>
public sealed record ApiNotification(
    long Id,
    [property: Description("instruction_suggestion, suggestion_applied or suggestion_judged.")] string Kind,
    Priority Priority,
    [property: Description("In the language that Accept-Language asks for: Dutch or English.")] string Title,
    string Message,
    [property: Description("What the card is worth: Save 20 minutes per 100 calls.")] string Roi,
    [property: Description("Where a person decides on it.")] string Link,
    DateTime CreatedAt,
    NotificationMetadata Metadata);

/// <summary>What a notification is about; its card is as it is now.</summary>
public sealed record NotificationMetadata(
    string ProjectId, string ProjectName, long SuggestionId, SuggestionStatus SuggestionStatus, Priority Priority, ExpectedImpact ExpectedImpact,
    [property: Description("How the promise turned out; null until it is judged.")] Verdict? Verdict);

/// <param name="NextCursor">Null on the last page.</param>
public sealed record ApiNotifications(IReadOnlyList<ApiNotification> Notifications, string? NextCursor)
{
    internal static ApiNotifications Of(NotificationPage page, NotificationWording wording, Func<string, string> address) => new(
        [.. page.Rows.Select(row => Of(row, wording, address))], page.Next?.ToString(CultureInfo.InvariantCulture));

    private static ApiNotification Of(NotificationRow row, NotificationWording wording, Func<string, string> address)
    {
        var impact = ExpectedImpact.Of(row.Predicted, row.Metric);
        return new(
            row.Id, row.Kind, row.Priority, wording.Title(row), wording.Text(row), impact.EstimatedRoi, address(Links.Suggestion(row.SuggestionId)), row.CreatedAt,
            new(row.ProjectExternalId, row.ProjectName, row.SuggestionId, row.Status, row.Priority, impact, row.Verdict));
    }
}
