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
    [InlineData("Cannot login - URGENT", TriageUrgency.Critical)] // what cannot be done is the login
    [InlineData("Can't pay invoice - urgent", TriageUrgency.Critical)]
    [InlineData("can't log in\nurgent", TriageUrgency.Critical)]
    [InlineData("I can't work urgent", TriageUrgency.Critical)]
    [InlineData("kan niet inloggen dringend", TriageUrgency.Critical)]
    [InlineData("Kan niet inloggen, zo snel mogelijk oplossen", TriageUrgency.Critical)]
    [InlineData("The card is not blocked but I can't work.", TriageUrgency.High)]
    [InlineData("It is not really an emergency.", TriageUrgency.Low)]
    [InlineData("I don't think it is very urgent.", TriageUrgency.Low)]
    [InlineData("Het is zeker geen grote haast.", TriageUrgency.Low)]
    [InlineData("The deadline is next year, so no rush.", TriageUrgency.Low)]
    [InlineData("I need this fixed immediately.", TriageUrgency.Critical)]
    [InlineData("Our problem must be solved quickly.", TriageUrgency.High)]
    [InlineData("You have not solved everything quickly.", TriageUrgency.High)]
    [InlineData("Can this be answered immediately?", TriageUrgency.Critical)]
    [InlineData("Dit moet snel opgelost worden.", TriageUrgency.High)]
    [InlineData("Ik wil snel geholpen worden.", TriageUrgency.High)]
    [InlineData("Graag een snelle reactie.", TriageUrgency.High)]
    [InlineData("Thanks, but fix it immediately.", TriageUrgency.Critical)]
    [InlineData("I would be glad to hear from you soon.", TriageUrgency.High)]
    [InlineData("There is an outage.", TriageUrgency.Critical)]
    [InlineData("We had an outage yesterday but nobody fixed it.", TriageUrgency.Critical)]
    [InlineData("We had an outage yesterday but it is still broken.", TriageUrgency.Critical)]
    [InlineData("There is an outage, could you help?", TriageUrgency.Critical)]
    [InlineData("Er is een storing.", TriageUrgency.Critical)]
    [InlineData("Is er een storing?", TriageUrgency.High)]
    [InlineData("Is er een storing, of ligt het aan mij?", TriageUrgency.High)]
    [InlineData("Is there an outage right now?", TriageUrgency.High)]
    [InlineData("Is there an outage?", TriageUrgency.High)]
    [InlineData("I will sue you.", TriageUrgency.High)]
    [InlineData("Expect a lawsuit.", TriageUrgency.High)]
    [InlineData("My lawyer will contact you.", TriageUrgency.High)]
    [InlineData("I think somebody hacked me.", TriageUrgency.High)]
    [InlineData("Money was taken from my account.", TriageUrgency.High)]
    [InlineData("This is about stolen money.", TriageUrgency.High)]
    [InlineData("Mijn advocaat neemt contact op.", TriageUrgency.High)]
    [InlineData("Dit wordt een rechtszaak.", TriageUrgency.High)]
    [InlineData("All our customer records are gone and we cannot work.", TriageUrgency.Critical)]
    [InlineData("Al onze klantgegevens zijn verdwenen.", TriageUrgency.Critical)]
    public void Urgency_OfAMessage_IsWhatItsWordsSay(string text, TriageUrgency urgency) => Reading.Of(text).Urgency.ShouldBe(urgency);

    /// <summary>What was done fast asks for nothing, nor does what is over, nor a word of haste in another sense.</summary>
    [Theory]
    [InlineData("You fixed my problem immediately.")]
    [InlineData("The import succeeded immediately.")]
    [InlineData("Your colleague solved everything quickly.")]
    [InlineData("Thanks for reacting immediately.")]
    [InlineData("Ik ben snel geholpen.")]
    [InlineData("Snel en vriendelijk geholpen, top!")]
    [InlineData("Bedankt voor de snelle reactie.")]
    [InlineData("Mijn vraag werd onmiddellijk beantwoord.")]
    [InlineData("The course is about critical thinking.")]
    [InlineData("Where do I change the emergency contact?")]
    [InlineData("We had an outage last year but since then everything is perfect.")]
    [InlineData("Gisteren was er een storing maar sindsdien geen problemen.")]
    public void Haste_OnlyTold_IsNotHigh(string text) => ((int)Reading.Of(text).Urgency).ShouldBeLessThan((int)TriageUrgency.High);

    /// <summary>Words of the business say nothing of harm to it, nor does what is said not to happen.</summary>
    [Theory]
    [InlineData("Do you have a GDPR statement?")]
    [InlineData("What does your SLA say about payroll?")]
    [InlineData("How do I invite the whole team?")]
    [InlineData("The plan costs us 20 euro a month.")]
    [InlineData("We are not losing customers.")]
    [InlineData("Hoe sla ik het bestand op?")]
    [InlineData("Waar zie ik mijn omzet?")]
    [InlineData("Waar staat de avg verklaring?")]
    [InlineData("Al onze klanten zijn blij met jullie.")]
    [InlineData("We verliezen geen omzet.")]
    public void Business_OnlyNamed_IsNotHigh(string text) => ((int)Reading.Of(text).Urgency).ShouldBeLessThan((int)TriageUrgency.High);

    [Theory]
    [InlineData("This is an SLA breach.")]
    [InlineData("It is costing us money.")]
    [InlineData("The whole team can't print.")]
    [InlineData("We cannot run payroll.")]
    [InlineData("Cannot log in and we are losing customers.")]
    [InlineData("Zo gaan we omzet verliezen.")]
    [InlineData("Ons hele team kan niet printen.")]
    [InlineData("De sla is overschreden.")]
    public void Business_Harmed_IsHigh(string text)
    {
        var result = Reading.Of(text);

        (result.Urgency, result.UrgencyReason).ShouldBe((TriageUrgency.High, UrgencyReason.BusinessImpact));
    }

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
