using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Labels;

namespace SupportConsole.Tests.Triage;

/// <summary>What a trained sentiment and a trained urgency take the place of, and what they leave to the rules.</summary>
public sealed class TrainedReadingTests
{
    private const string Flat = "You landed me in another city.", Angry = "This is a terrible, horrible disgrace!!!";

    [Fact]
    public void Sentiment_ThatIsLearned_GivesTheLabelAndMovesThePolarity()
    {
        Reading.Of(Flat).Sentiment.Label.ShouldBe(SentimentLabel.Neutral);

        var read = Feels(0.9, 0.08, 0.02).Read(new TriageText("", Flat));

        (read.Sentiment.Label, read.Sentiment.ByModel).ShouldBe((SentimentLabel.Negative, true));
        read.Sentiment.Polarity.ShouldBe((-0.88 + Reading.Of(Flat).Sentiment.Polarity) / 2, 1e-6);
        read.Sentiment.Subjectivity.ShouldBe(Reading.Of(Flat).Sentiment.Subjectivity);
    }

    [Theory]
    [InlineData(0.02, 0.08, 0.9, SentimentLabel.Positive, 0.3)]
    [InlineData(0.1, 0.8, 0.1, SentimentLabel.Neutral, -0.3)]
    public void Polarity_OfALearnedSentiment_LiesInItsPartOfTheScale(double negative, double neutral, double positive, SentimentLabel label, double polarity)
    {
        var read = Feels(negative, neutral, positive).Read(new TriageText("", Angry));

        (read.Sentiment.Label, read.Sentiment.Polarity).ShouldBe((label, polarity));
        Reading.Words(read, EvidenceKind.Sentiment, Angry).ShouldBeEmpty(); // These words did not lead to it.
    }

    /// <summary>A model is as sure of a mild complaint as of an angry one: only the words make it urgent.</summary>
    [Fact]
    public void Complaint_ThatIsLearned_IsUrgentOnlyWhereItsWordsAreAngry()
    {
        Feels(0.99, 0.01, 0).Read(new TriageText("", Flat)).Urgency.ShouldBe(TriageUrgency.Medium);
        Feels(0.99, 0.01, 0).Read(new TriageText("", Angry)).Urgency.ShouldBe(TriageUrgency.High);
    }

    [Theory]
    [InlineData("Where is the parcel?", TriageUrgency.Low, TriageUrgency.Low, UrgencyReason.Model)]
    [InlineData("Where is the parcel?", TriageUrgency.Critical, TriageUrgency.Critical, UrgencyReason.Model)]
    [InlineData("The site is down", TriageUrgency.Low, TriageUrgency.Critical, UrgencyReason.Words)]
    [InlineData("We are losing customers", TriageUrgency.Low, TriageUrgency.High, UrgencyReason.BusinessImpact)]
    [InlineData("We are losing customers", TriageUrgency.Critical, TriageUrgency.Critical, UrgencyReason.Model)]
    [InlineData(Angry, TriageUrgency.Low, TriageUrgency.High, UrgencyReason.Polarity)]
    [InlineData("No rush at all", TriageUrgency.High, TriageUrgency.High, UrgencyReason.Model)]
    public void Urgency_ThatIsLearned_NeverFallsBelowWhatARuleAsksFor(string text, TriageUrgency learned, TriageUrgency urgency, UrgencyReason reason)
    {
        var read = Hurries(learned).Read(new TriageText("", text));

        (read.Urgency, read.UrgencyReason).ShouldBe((urgency, reason));
        if (reason == UrgencyReason.Model)
            Reading.Words(read, EvidenceKind.Urgency, text).ShouldBeEmpty();
        else
            Reading.Words(read, EvidenceKind.Urgency, text).Count().ShouldBe(reason == UrgencyReason.Polarity ? 0 : 1);
    }

    [Fact]
    public void Priority_OfTheSender_WinsOverWhatIsLearned() =>
        Hurries(TriageUrgency.Critical).Read(new TriageText("", "Where is the parcel?", TriageUrgency.Low)).UrgencyReason.ShouldBe(UrgencyReason.ExplicitPriority);

    [Fact]
    public void Models_ThatCannotTell_LeaveEverythingToTheRules()
    {
        var read = new TicketTriage(new TriageOptions(), (LabelKind _, in TriageText _, Span<double> _) => false).Read(new TriageText("", Angry));

        (read.Sentiment, read.Urgency, read.UrgencyReason).ShouldBe((Reading.Of(Angry).Sentiment, TriageUrgency.High, UrgencyReason.Polarity));
        Reading.Words(read, EvidenceKind.Sentiment, Angry).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(LabelKind.Sentiment, " Negatief ", "negative")]
    [InlineData(LabelKind.Sentiment, "POSITIVE", "positive")]
    [InlineData(LabelKind.Sentiment, "neutraal", "neutral")]
    [InlineData(LabelKind.Sentiment, "high", null)]
    [InlineData(LabelKind.Sentiment, "oos", null)]
    [InlineData(LabelKind.Urgency, "Kritiek", "critical")]
    [InlineData(LabelKind.Urgency, "hoog", "high")]
    [InlineData(LabelKind.Urgency, "Midden", "medium")]
    [InlineData(LabelKind.Urgency, "low", "low")]
    [InlineData(LabelKind.Urgency, "soon", null)]
    public void Label_AsPeopleWriteIt_IsOneOfItsSetOrNone(LabelKind kind, string written, string? label) => LabelKinds.Known(kind, written).ShouldBe(label);

    private static TicketTriage Feels(double negative, double neutral, double positive) => Of(LabelKind.Sentiment, negative, neutral, positive);

    private static TicketTriage Hurries(TriageUrgency level) => Of(LabelKind.Urgency, [.. Enum.GetValues<TriageUrgency>().Select(one => one == level ? 1.0 : 0)]);

    private static TicketTriage Of(LabelKind learned, params double[] chances) => new(new TriageOptions(), (LabelKind kind, in TriageText _, Span<double> probabilities) =>
    {
        if (kind != learned)
            return false;
        chances.CopyTo(probabilities);
        return true;
    });
}
