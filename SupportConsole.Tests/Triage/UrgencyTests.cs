using SupportConsole.Domain.Triage;

namespace SupportConsole.Tests.Triage;

public sealed class UrgencyTests
{
    [Theory]
    [InlineData("This is urgent!", TriageUrgency.Critical)]
    [InlineData("Please fix this ASAP.", TriageUrgency.Critical)]
    [InlineData("Our production site is down.", TriageUrgency.Critical)]
    [InlineData("The whole system has been going down since noon.", TriageUrgency.Critical)]
    [InlineData("We have a data breach.", TriageUrgency.Critical)]
    [InlineData("I still haven't had an answer, third time I ask.", TriageUrgency.High)]
    [InlineData("It is important to us.", TriageUrgency.High)]
    [InlineData("We have a deadline.", TriageUrgency.High)]
    [InlineData("We are losing customers over this.", TriageUrgency.High)]
    [InlineData("I would like to change my plan when possible.", TriageUrgency.Medium)]
    [InlineData("My invoice shows the old address.", TriageUrgency.Medium)]
    [InlineData("No rush, whenever you have time.", TriageUrgency.Low)]
    [InlineData("This is not urgent.", TriageUrgency.Low)]
    [InlineData("It isn't urgent at all.", TriageUrgency.Low)]
    [InlineData("Just curious: is there a dark mode?", TriageUrgency.Low)]
    [InlineData("How do I download my invoice?", TriageUrgency.Medium)] // no "down" in "download"
    [InlineData("Dit is dringend!", TriageUrgency.Critical)]
    [InlineData("Graag zo snel mogelijk oplossen.", TriageUrgency.Critical)]
    [InlineData("De website ligt plat.", TriageUrgency.Critical)]
    [InlineData("We zijn gehackt.", TriageUrgency.Critical)]
    [InlineData("Ik wacht al twee weken en heb nog steeds geen antwoord.", TriageUrgency.High)]
    [InlineData("Het is belangrijk voor ons.", TriageUrgency.High)]
    [InlineData("Dit kost ons klanten en omzet.", TriageUrgency.High)]
    [InlineData("Ik zou graag mijn abonnement wijzigen.", TriageUrgency.Medium)]
    [InlineData("Het is niet dringend.", TriageUrgency.Low)]
    [InlineData("Geen haast hoor.", TriageUrgency.Low)]
    [InlineData("Ik vraag me af of er een donkere modus is.", TriageUrgency.Low)]
    [InlineData("Hoe kan ik mijn factuur downloaden?", TriageUrgency.Medium)]
    public void Urgency_OfAMessage_IsWhatItsWordsSay(string text, TriageUrgency urgency) => Reading.Of(text).Urgency.ShouldBe(urgency);

    [Theory]
    [InlineData(TriageUrgency.Low)]
    [InlineData(TriageUrgency.Critical)]
    public void Priority_SetByTheSender_WinsOverEveryWord(TriageUrgency priority)
    {
        var result = Reading.Triage.Read(new TriageText("Urgent", "The site is down, no rush.", priority));

        (result.Urgency, result.UrgencyReason).ShouldBe((priority, UrgencyReason.ExplicitPriority));
    }

    [Fact]
    public void Anger_WithoutAWordAboutHaste_IsHigh()
    {
        var result = Reading.Of("Your service is terrible, horrible and a disgrace.");

        (result.Urgency, result.UrgencyReason).ShouldBe((TriageUrgency.High, UrgencyReason.Polarity));
    }

    [Fact]
    public void UrgentBelow_SetLower_LeavesAngerMedium() =>
        new TicketTriage(new TriageOptions { UrgentBelow = -1 }).Read(new TriageText("", "Your service is terrible, horrible and a disgrace.")).Urgency.ShouldBe(TriageUrgency.Medium);

    [Fact]
    public void Quotation_OfAnUrgentMail_DoesNotMakeTheAnswerUrgent() =>
        Reading.Of("Thanks, solved.\n\n> URGENT! The site is down!").Urgency.ShouldBe(TriageUrgency.Medium);

    [Fact]
    public void Evidence_OfAnUrgency_IsItsWords()
    {
        const string Text = "Can you look at it? The site is down.";

        Reading.Words(Reading.Of(Text), EvidenceKind.Urgency, Text).ShouldHaveSingleItem().ShouldBe("site is down");
    }
}
