using SupportConsole.Domain.Projects;

namespace SupportConsole.Tests.Projects;

public sealed class FailureCauseTests
{
    [Theory]
    [InlineData(FailureCause.NoAnswer, "no_answer", "no answer", "No-Answer", "NoAnswer", "noanswer", "unanswered", "call_unanswered", "not answered", "busy", "user_busy")]
    [InlineData(FailureCause.NoAnswer, "voicemail", "Voicemail reached", "voice_mail", "answering machine", "customer_unreachable", "didn't answer")]
    [InlineData(FailureCause.NoAnswer, "geen gehoor", "geen_gehoor", "in gesprek", "niet opgenomen", "Niet bereikbaar", "bezet")]
    [InlineData(FailureCause.NotInterested, "not_interested", "customer not interested", "no_interest", "refused", "declined", "customer_declined", "objection", "Objection: price")]
    [InlineData(FailureCause.NotInterested, "geen interesse", "Niet geïnteresseerd", "geen belangstelling", "klant weigert")]
    [InlineData(FailureCause.EarlyHangUp, "hung_up", "hungup", "hang_up", "hangup", "HungUp", "customer_hung_up", "Hung up!", "opgehangen", "klant heeft opgehangen", "hing op")]
    [InlineData(FailureCause.Other, "number_changed", "exchange failed", "changing plans", "payment_declined", "connection_refused", "question_unanswered", "busyness")]
    [InlineData(FailureCause.Other, "sip 503", "wrong_number", "verkeerd nummer", "", null)]
    public void Of_EverySpelling_IsWhatItSays(string cause, params string?[] reasons) =>
        reasons.ShouldAllBe(reason => FailureCause.Of(reason, CallEnding.System, 12) == cause);
}
