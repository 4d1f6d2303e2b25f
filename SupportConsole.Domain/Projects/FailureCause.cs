namespace SupportConsole.Domain.Projects;

/// <summary>Why a call failed, from what the sender reported: reasons of many spellings, told apart by what can be changed.</summary>
public static class FailureCause
{
    public const string NoAnswer = "no_answer";
    public const string EarlyHangUp = "early_hang_up";
    public const string LateHangUp = "late_hang_up";
    public const string NotInterested = "not_interested";
    public const string Other = "other";

    /// <summary>
    /// A customer who leaves in the first half minute heard the opening and little else.
    /// </summary>
    private const int OpeningSeconds = 30;

    private static readonly (string Cause, string[] Words)[] Known =
    [
        (NoAnswer, ["no_answer", "voicemail", "busy", "unanswered", "not_reached", "geen_gehoor", "in_gesprek"]),
        (NotInterested, ["not_interested", "refused", "declined", "objection", "geen_interesse"]),
    ];

    /// <summary>The cause of a failed call.</summary>
    public static string Of(Call call) => Of(call.FailureReason, call.EndedBy, call.DurationSeconds);

    /// <inheritdoc cref="Of(Call)"/>
    public static string Of(string? failureReason, CallEnding? endedBy, int durationSeconds)
    {
        var reason = (failureReason ?? "").Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
        foreach (var (cause, words) in Known)
        {
            if (words.Any(word => reason.Contains(word, StringComparison.Ordinal)))
            {
                return cause;
            }
        }

        return endedBy == CallEnding.Customer || reason.Contains("hang", StringComparison.Ordinal) || reason.Contains("hung", StringComparison.Ordinal)
            ? durationSeconds <= OpeningSeconds ? EarlyHangUp : LateHangUp
            : Other;
    }
}
