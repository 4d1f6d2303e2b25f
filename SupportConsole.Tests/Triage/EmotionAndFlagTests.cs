using SupportConsole.Domain.Triage;

namespace SupportConsole.Tests.Triage;

public sealed class EmotionAndFlagTests
{
    [Theory]
    [InlineData("I am so frustrated with this.", TriageEmotion.Frustrated)]
    [InlineData("Third time I ask and still no answer.", TriageEmotion.Frustrated)]
    [InlineData("I am not happy.", TriageEmotion.Frustrated)]
    [InlineData("This is unacceptable, I am furious!", TriageEmotion.Angry)]
    [InlineData("I'm confused, the page makes no sense.", TriageEmotion.Confused)]
    [InlineData("I love it, excellent work!", TriageEmotion.Happy)]
    [InlineData("Thank you, I appreciate your help.", TriageEmotion.Grateful)]
    [InlineData("The order number is 12.", TriageEmotion.Neutral)]
    [InlineData("I am not angry.", TriageEmotion.Neutral)]
    [InlineData("Ik ben erg gefrustreerd.", TriageEmotion.Frustrated)]
    [InlineData("Ik ben niet tevreden.", TriageEmotion.Frustrated)]
    [InlineData("Dit is onacceptabel, ik ben woedend!", TriageEmotion.Angry)]
    [InlineData("Ik begrijp het niet, het is verwarrend.", TriageEmotion.Confused)]
    [InlineData("Geweldig, ik ben er heel blij mee!", TriageEmotion.Happy)]
    [InlineData("Hartelijk dank voor de hulp.", TriageEmotion.Grateful)]
    [InlineData("Where is my order 😡", TriageEmotion.Angry)]
    [InlineData("Waar blijft mijn bestelling 🤬", TriageEmotion.Angry)]
    [InlineData("I can't thank you enough.", TriageEmotion.Grateful)]
    [InlineData("Het ordernummer is 12.", TriageEmotion.Neutral)]
    public void Emotion_OfAMessage_IsTheStrongest(string text, TriageEmotion emotion) => Reading.Of(text).Emotion.ShouldBe(emotion);

    [Theory]
    [InlineData("I get an error.", TriageFlag.Error)]
    [InlineData("A NullReferenceException is thrown.", TriageFlag.Error)]
    [InlineData("Ik krijg een foutmelding.", TriageFlag.Error)]
    [InlineData("There are no errors.", TriageFlag.None)]
    [InlineData("The mirrors are fine.", TriageFlag.None)]
    [InlineData("My verification code does not arrive.", TriageFlag.None)]
    [InlineData("I call `GET /orders`.", TriageFlag.Code)]
    [InlineData("It fails:\n```\nvar x = 1;\n```", TriageFlag.Code)]
    [InlineData("See the screenshot.", TriageFlag.Screenshot)]
    [InlineData("Zie de schermafbeelding.", TriageFlag.Screenshot)]
    [InlineData("Crash:\n   at Shop.Cart.Add(Item item) in Cart.cs:line 12", TriageFlag.Code | TriageFlag.Error)]
    public void Flags_OfAMessage_SayWhatItHolds(string text, TriageFlag flags) => Reading.Of(text).Flags.ShouldBe(flags);

    [Fact]
    public void Flags_WithAnAttachedImage_HoldAScreenshot() =>
        Reading.Triage.Read(new TriageText("", "It looks wrong.", HasImage: true)).Flags.ShouldBe(TriageFlag.Screenshot);

    [Theory]
    [InlineData("Why? How??? Really?!", 3)]
    [InlineData("See https://example.com/?q=1 for it.", 0)]
    [InlineData("No question.", 0)]
    public void Questions_InAMessage_AreCounted(string text, int questions) => Reading.Of(text).Questions.ShouldBe(questions);

    [Fact]
    public void KeyPhrases_OfAMessage_NameWhatItIsAboutWithoutStopWords()
    {
        var phrases = Reading.Of("I can not open the monthly sales report. The sales report shows a blank page when I click the export button.", "Sales report").KeyPhrases;

        phrases.ShouldContain("monthly sales report");
        phrases.ShouldContain("blank page");
        phrases.ShouldNotContain(phrase => phrase.Split(' ').Any(word => word == "the" || word == "i" || word == "when"));
    }
}
