using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Shell;

namespace SupportConsole.Suggestions;

/// <summary>How a decision ended: the card's status and the instructions in force after it.</summary>
public sealed record DecisionAnswer(bool Success, SuggestionStatus? Status, int? InstructionVersion);

/// <summary>A decision that needs no words.</summary>
public class DecisionBody
{
    [Description("The revision of the card that was read: 409 when it has changed since. Without it, the card is decided on as it is.")]
    public int? Revision { get; init; }
}

/// <summary>Why a card is no good.</summary>
public sealed class RejectBody : DecisionBody
{
    private const int CommentLength = 1_000;

    [Required]
    public required RejectReason Reason { get; init; }

    public string? Comment { get; init; }

    internal static (RejectReason Reason, string? Comment) Read(JsonFields body)
    {
        var (reason, comment) = (body.Choice<RejectReason>("reason"), body.Text("comment"));
        if (body.KindOf("reason") is JsonValueKind.Undefined or JsonValueKind.Null)
            body.Errors.Add("reason", $"Say why: {JsonFields.OneOf(Enum.GetValues<RejectReason>().Select(ApiJson.Name))}.");
        body.Errors.AddWhen(comment?.Length > CommentLength, "comment", $"At most {CommentLength} characters.");
        return (reason ?? default, comment);
    }
}

/// <summary>Until when a card is out of sight.</summary>
public sealed class SnoozeBody : DecisionBody
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    [Required, Description("A time to come, at most a year away; null shows the card again.")]
    public required DateTimeOffset? Until { get; init; }

    internal static DateTime? Read(JsonFields body, DateTimeOffset now)
    {
        var until = body.Time("until");
        body.Errors.AddWhen(body.KindOf("until") == JsonValueKind.Undefined, "until", "Give a time as ISO 8601, or null to show the card again.");
        body.Errors.AddWhen(until <= now, "until", "This lies in the past.");
        body.Errors.AddWhen(until > now + Longest, "until", "At most a year away.");
        return until?.UtcDateTime;
    }
}
