using SupportConsole.Domain.Triage;

namespace SupportConsole.Tests.Triage;

public sealed class SentimentTests
{
    [Theory]
    [InlineData("This is great, thank you!", SentimentLabel.Positive)]
    [InlineData("This is not great.", SentimentLabel.Negative)]
    [InlineData("I am not happy with your service.", SentimentLabel.Negative)]
    [InlineData("Your app is terrible and support is useless.", SentimentLabel.Negative)]
    [InlineData("The upload doesn't work.", SentimentLabel.Negative)]
    [InlineData("We were charged twice.", SentimentLabel.Negative)]
    [InlineData("It works like a charm now :)", SentimentLabel.Positive)]
    [InlineData("Where do I find my invoice?", SentimentLabel.Neutral)]
    [InlineData("The meeting is on Monday.", SentimentLabel.Neutral)]
    [InlineData("Can you help me please?", SentimentLabel.Neutral)]
    [InlineData("Dit is geweldig, bedankt!", SentimentLabel.Positive)]
    [InlineData("Dit is niet goed.", SentimentLabel.Negative)]
    [InlineData("Ik ben zeer ontevreden over de service.", SentimentLabel.Negative)]
    [InlineData("Het uploaden werkt niet.", SentimentLabel.Negative)]
    [InlineData("Ik wil mijn geld terug, wat een slechte service.", SentimentLabel.Negative)]
    [InlineData("Snel en vriendelijk geholpen, top!", SentimentLabel.Positive)]
    [InlineData("Waar vind ik mijn factuur?", SentimentLabel.Neutral)]
    [InlineData("Die Kinder gehen nach Hause.", SentimentLabel.Neutral)] // German: "die" is no death
    [InlineData("👎", SentimentLabel.Negative)]
    [InlineData("I can't thank you enough.", SentimentLabel.Positive)]
    [InlineData("We cannot recommend you highly enough!", SentimentLabel.Positive)]
    [InlineData("Ik kan jullie niet genoeg bedanken.", SentimentLabel.Positive)]
    [InlineData("De factuur klopt niet.", SentimentLabel.Negative)]
    [InlineData("Er klopt iets niet aan mijn saldo.", SentimentLabel.Negative)]
    [InlineData("Hier klopt niets van.", SentimentLabel.Negative)]
    [InlineData("Het bedrag klopt.", SentimentLabel.Neutral)]
    [InlineData("What are the limits of the API?", SentimentLabel.Neutral)]
    [InlineData("Does it connect to Slack?", SentimentLabel.Neutral)]
    [InlineData("I export the list to Excel.", SentimentLabel.Neutral)]
    [InlineData("If I don't get my money back, my lawyer will call.", SentimentLabel.Negative)]
    [InlineData("My lawyer says that I will get my money back.", SentimentLabel.Negative)]
    [InlineData("Ik krijg mijn geld niet terug.", SentimentLabel.Negative)]
    public void Label_OfAMessage_IsWhatAPersonWouldSay(string text, SentimentLabel label) => Reading.Of(text).Sentiment.Label.ShouldBe(label);

    /// <summary>The first of two is the better one.</summary>
    [Theory]
    [InlineData("The product is good.", "The product is not good.")]
    [InlineData("The product is very good.", "The product is good.")]
    [InlineData("The product is good.", "The product is somewhat good.")]
    [InlineData("The product is GOOD.", "The product is good.")]
    [InlineData("The product is good!!!", "The product is good.")]
    [InlineData("The product is goooood.", "The product is good.")]
    [InlineData("The product is not bad.", "The product is bad.")]
    [InlineData("It was slow, but now it is great.", "It was great, but now it is slow.")]
    [InlineData("The export is no longer broken.", "The export is broken.")]
    [InlineData("It is good.", "It would be good if it worked.")]
    [InlineData("Not only fast but also good.", "Not fast and not good.")]
    [InlineData("Okay 😀", "Okay 😡")]
    [InlineData("Het boek is goed.", "Het boek is niet goed.")]
    [InlineData("Het boek is heel erg goed.", "Het boek is goed.")]
    [InlineData("Het boek is goed.", "Het boek is een beetje goed.")]
    [InlineData("Het boek is niet slecht.", "Het boek is slecht.")]
    [InlineData("Het was traag, maar nu is het geweldig.", "Het was geweldig, maar nu is het traag.")]
    [InlineData("De fout is niet meer vervelend.", "De fout is vervelend.")]
    [InlineData("Niet alleen snel maar ook goed.", "Niet snel en niet goed.")]
    public void Polarity_OfTwoMessages_IsHigherForTheBetter(string better, string worse) =>
        Reading.Of(better).Sentiment.Polarity.ShouldBeGreaterThan(Reading.Of(worse).Sentiment.Polarity);

    [Theory]
    [InlineData("I want to add my new address.")] // no "ad", no "dress"
    [InlineData("The classic assembly of the badge is on the warehouse shelf.")] // no "ass", "bad", "war", "hell"
    [InlineData("De slechtvalk en de boosterpomp.")] // no "slecht", no "boos"
    public void Words_InsideOtherWords_AreNotFound(string text) =>
        Reading.Words(Reading.Of(text), EvidenceKind.Sentiment, text).ShouldBeSubsetOf(["classic", "new"]);

    /// <summary>Every mail of a web form holds "Name (required):".</summary>
    [Theory]
    [InlineData("Order number (optional): 12345, where is my parcel")]
    [InlineData("Name [required]: Ann\nPhone (daytime): 030 123")]
    [InlineData("I ordered two boxes (8 pieces) on Monday.")]
    [InlineData("See point 1): where is my parcel")]
    [InlineData("My items:( one box, one bag ) where are they")]
    public void Brackets_AroundWords_AreNoFaces(string text)
    {
        var result = Reading.Of(text);

        Reading.Words(result, EvidenceKind.Sentiment, text).ShouldBeEmpty();
        (result.Sentiment.Label, result.Urgency).ShouldBe((SentimentLabel.Neutral, TriageUrgency.Medium));
    }

    [Theory]
    [InlineData("My parcel :(", -1)]
    [InlineData("My parcel ):", -1)]
    [InlineData("My parcel (the red one) ):", -1)]
    [InlineData("My parcel :( and it was here before :)", -1)]
    [InlineData("My parcel (:", 1)]
    [InlineData("My parcel (the red one :)", 1)]
    public void Faces_BesideWords_AreFelt(string text, int sign) =>
        Math.Sign(Reading.Of(text).Evidence.First(evidence => evidence.Kind == EvidenceKind.Sentiment).Weight).ShouldBe(sign);

    [Fact]
    public void Evidence_OfASentiment_IsTheWordsWithTheirValence()
    {
        const string Text = "The delivery was fast but the box was NOT good.";
        var result = Reading.Of(Text);

        Reading.Words(result, EvidenceKind.Sentiment, Text).ShouldBe(["fast", "NOT good"]);
        result.Evidence.Where(evidence => evidence.Kind == EvidenceKind.Sentiment).Select(evidence => Math.Sign(evidence.Weight)).ShouldBe([1, -1]);
    }

    [Fact]
    public void Quotation_OfAnAngryMail_DoesNotMakeAThankYouNegative()
    {
        const string Text = """
            Thanks, that solved it, great help!

            On Mon, 3 Feb 2026, Support wrote:
            > You said the app is terrible, useless and broken, the worst ever.
            > It keeps crashing and nobody answers.
            """;

        Reading.Of(Text).Sentiment.Label.ShouldBe(SentimentLabel.Positive);
    }

    [Fact]
    public void Signature_WithAHappySlogan_DoesNotMakeAComplaintPositive()
    {
        const string Text = """
            The export fails every day and nobody answers.

            Kind regards,
            Ann
            Happy Days Inc. - great products, wonderful people, excellent service!
            """;

        Reading.Of(Text).Sentiment.Label.ShouldBe(SentimentLabel.Negative);
    }

    [Fact]
    public void Quotation_WithNothingElse_IsReadAsTheMessage() =>
        Reading.Of("> This is a terrible disaster.").Sentiment.Label.ShouldBe(SentimentLabel.Negative);

    [Fact]
    public void Subjectivity_OfFacts_IsLowerThanOfFeelings() =>
        Reading.Of("The report has four columns and two rows.").Sentiment.Subjectivity.ShouldBeLessThan(Reading.Of("I love this wonderful report!").Sentiment.Subjectivity);
}
