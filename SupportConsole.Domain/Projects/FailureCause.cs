using System.Globalization;
using System.Text;

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

    /// <summary>
    /// Phrases of whole words. Those between ^ and $ must be all that is said, since more words change what they are about
    /// ("question_unanswered", "payment_declined", "connection_refused").
    /// </summary>
    private static readonly (string Cause, string[] Phrases)[] Known =
    [
        (NoAnswer,
        [
            "no answer", "noanswer", "^ unanswered $", "call unanswered", "unanswered call", "^ not answered $", "call not answered",
            "did not answer", "didn t answer", "not reached", "not reachable", "unreachable", "nobody picked up", "not picked up", "no pickup", "no pick up",
            "voicemail", "voice mail", "answering machine", "machine detected", "busy", "call rejected", "call declined",
            "geen gehoor", "geen antwoord", "niet opgenomen", "neemt niet op", "nam niet op", "niet bereikt", "niet bereikbaar", "onbereikbaar",
            "in gesprek", "bezet", "antwoordapparaat",
        ]),
        (NotInterested,
        [
            "not interested", "notinterested", "uninterested", "no interest", "nointerest", "^ refused $", "^ declined $", "customer refused", "customer declined",
            "refused by customer", "declined by customer", "offer refused", "offer declined", "refused offer", "declined offer", "refused the offer", "declined the offer", "offer was refused", "offer was declined", "objection", "objections",
            "geen interesse", "niet geinteresseerd", "geen belangstelling", "klant weigert", "klant weigerde", "^ geweigerd $", "^ afgewezen $", "bezwaar", "aanbod geweigerd", "aanbod afgewezen",
        ]),
    ];

    private static readonly string[] HangUps =
    [
        "hang up", "hangup", "hangs up", "hung up", "hungup", "opgehangen", "hing op", "hangt op", "ophangen",
        "customer disconnected", "disconnected by customer", "verbinding verbroken door klant",
    ];

    /// <summary>The cause of a failed call.</summary>
    public static string Of(Call call) => Of(call.FailureReason, call.EndedBy, call.DurationSeconds);

    /// <inheritdoc cref="Of(Call)"/>
    public static string Of(string? failureReason, CallEnding? endedBy, int durationSeconds)
    {
        var reason = $" ^ {Words(failureReason ?? "")} $ ";
        foreach (var (cause, phrases) in Known)
        {
            if (Says(reason, phrases))
            {
                return cause;
            }
        }

        return endedBy == CallEnding.Customer || Says(reason, HangUps)
            ? durationSeconds <= OpeningSeconds ? EarlyHangUp : LateHangUp
            : Other;
    }

    private static bool Says(string reason, string[] phrases) =>
        phrases.Any(phrase => reason.Contains($" {phrase} ", StringComparison.Ordinal));

    /// <summary>The words in lower case, without accents, a space between each two: "HungUp", "hung_up" and "Hung up!" are all "hung up".</summary>
    private static string Words(string text)
    {
        var words = new StringBuilder(text.Length + 8);
        var before = ' ';
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            var starts = char.IsUpper(letter) && char.IsLower(before);
            if ((starts || !char.IsLetterOrDigit(letter)) && words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
            }

            if (char.IsLetterOrDigit(letter))
            {
                words.Append(char.ToLowerInvariant(letter));
            }

            before = letter;
        }

        return words.ToString().TrimEnd();
    }
}
