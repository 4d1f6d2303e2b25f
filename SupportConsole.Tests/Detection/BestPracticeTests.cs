using Shouldly;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Detection.Detectors;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions.Catalogue;
using SupportConsole.Tests.TestSupport;
using static SupportConsole.Tests.Detection.Snapshots;

namespace SupportConsole.Tests.Detection;

public sealed class BestPracticeTests
{
    private static readonly CaptureField Name = new("full_name", "full name");

    [Theory]
    [InlineData("Introduce yourself and say why you are calling.")]
    [InlineData("Say your name and that you call about the quote they asked for.")]
    [InlineData("Start with: \"Hello, my name is Ella, I'm calling about your quote.\"")]
    [InlineData("Tell them who you are. Give the reason in one sentence.")]
    [InlineData("Never go on before you have said who is calling and what it is about.")]
    [InlineData("State your first name, then the purpose of the call.")]
    [InlineData("Say \"You're speaking to Robin from Planboard\" and explain why we call.")]
    [InlineData("Don't forget to introduce yourself. Mention that the call is about the boiler cover.")]
    [InlineData("Stel je voor en vertel waarom je belt.")]
    [InlineData("Zeg wie je bent en dat je belt over het aangevraagde aanbod.")]
    [InlineData("Begin met: \"Goedemiddag, u spreekt met Lars. Ik bel over uw aanvraag.\"")]
    [InlineData("Noem je naam en de reden van het gesprek.")]
    [InlineData("Meld je met je eigen naam. Leg uit waar het gesprek over gaat.")]
    [InlineData("Vergeet niet te zeggen wie er belt en waarvoor.")]
    [InlineData("Zeg: \"Mijn naam is Iris\" en noem de aanleiding.")]
    [InlineData("Ga nooit verder zonder te zeggen wie je bent en waarom je belt.")]
    public void Introduction_InAnyWords_IsThere(string text) => Lacking(text).ShouldNotContain(Practices.Introduction);

    [Theory]
    [InlineData("You are Ella. You call people who asked for a quote.")]
    [InlineData("Introduce yourself.")]
    [InlineData("Do not say your name. Say why you call.")]
    [InlineData("Start with the offer, without saying who you are or why you call.")]
    [InlineData("Zeg niet wie je bent, maar wel waarom je belt.")]
    [InlineData("Je bent Lars en je bent vriendelijk.")]
    public void Introduction_LeftOutOrForbidden_IsLacking(string text) => Lacking(text).ShouldContain(Practices.Introduction);

    [Theory]
    [InlineData("Ask for the full name and spell the last name back.")]
    [InlineData("Repeat their name to check it.")]
    [InlineData("Confirm the customer's name.")]
    [InlineData("Get the name. Read it back and ask if that is right.")]
    [InlineData("Verify the name of the caller before anything else.")]
    [InlineData("Make sure you have the name right.")]
    [InlineData("Ask: \"Am I speaking to Mrs Jones?\"")]
    [InlineData("Check whether you are speaking to the right person.")]
    [InlineData("## Full name\nAsk for it. Repeat it.")]
    [InlineData("Vraag de naam en herhaal die.")]
    [InlineData("Bevestig de naam van de klant.")]
    [InlineData("Controleer of je de naam goed hebt.")]
    [InlineData("Spel de achternaam terug.")]
    [InlineData("Vraag: \"Spreek ik met mevrouw De Jong?\"")]
    [InlineData("Vraag naar de voornaam. Vraag daarna of dat klopt.")]
    [InlineData("Ga na of je de juiste persoon aan de lijn hebt.")]
    [InlineData("## Naam\nNoteer de naam en lees hem terug.")]
    public void Name_ConfirmedInAnyWords_IsThere(string text) => Lacking(text, Name).ShouldNotContain(Practices.NameConfirmed);

    [Theory]
    [InlineData("Ask for the full name.")]
    [InlineData("Ask for the name. Repeat the price back.")]
    [InlineData("Do not repeat the name.")]
    [InlineData("Vraag de naam.")]
    [InlineData("Vraag de naam. Vraag het verbruik en herhaal het getal.")]
    [InlineData("Herhaal de naam niet.")]
    public void Name_NotConfirmed_IsLacking(string text) => Lacking(text, Name).ShouldContain(Practices.NameConfirmed);

    [Fact]
    public void Name_NeitherCapturedNorUsed_NeedsNoConfirming()
    {
        Lacking("", new CaptureField("price", "price"), new CaptureField("company_name", "company name")).ShouldNotContain(Practices.NameConfirmed);
        Lacking("Address customers by their last name.").ShouldContain(Practices.NameConfirmed);
        Lacking("Spreek de klant aan met meneer of mevrouw.").ShouldContain(Practices.NameConfirmed);
    }

    [Theory]
    [InlineData("Ask one question at a time.")]
    [InlineData("Put your questions one by one.")]
    [InlineData("Never ask two questions at once.")]
    [InlineData("Wait for an answer before the next question.")]
    [InlineData("Only go to the next question after they have answered.")]
    [InlineData("Do not combine questions.")]
    [InlineData("Ask a single question and listen.")]
    [InlineData("One thing at a time, please.")]
    [InlineData("Avoid asking several questions in one sentence.")]
    [InlineData("Stel één vraag tegelijk.")]
    [InlineData("Stel de vragen één voor één.")]
    [InlineData("Stel nooit twee vragen tegelijk.")]
    [InlineData("Wacht op het antwoord voordat je verdergaat.")]
    [InlineData("Combineer geen vragen.")]
    [InlineData("Eén onderwerp per keer.")]
    [InlineData("Stel de volgende vraag pas na het antwoord.")]
    [InlineData("Vermijd meerdere vragen in één zin.")]
    public void OneQuestion_InAnyWords_IsThere(string text) => Lacking(text).ShouldNotContain(Practices.OneQuestion);

    [Theory]
    [InlineData("Ask what price they have in mind.")]
    [InlineData("Ask two questions at once to save time.")]
    [InlineData("Don't ask one question at a time, that takes too long.")]
    [InlineData("Stel twee vragen tegelijk.")]
    [InlineData("Stel niet één vraag tegelijk.")]
    public void OneQuestion_LeftOutOrForbidden_IsLacking(string text) => Lacking(text).ShouldContain(Practices.OneQuestion);

    [Theory]
    [InlineData("If the customer interrupts, stop and listen.")]
    [InlineData("Let the customer finish.")]
    [InlineData("Never talk over people.")]
    [InlineData("Do not interrupt.")]
    [InlineData("Stop talking as soon as they start to speak.")]
    [InlineData("Pause whenever the caller cuts in.")]
    [InlineData("Hear them out, even when they ramble.")]
    [InlineData("When somebody breaks in, be quiet and answer that first: wait until they are done.")]
    [InlineData("Allow interruptions: allow the customer to speak at any time.")]
    [InlineData("Laat de klant uitspreken.")]
    [InlineData("Onderbreekt de klant je, stop dan en luister.")]
    [InlineData("Val de klant niet in de rede.")]
    [InlineData("Praat nooit door de klant heen.")]
    [InlineData("Word je onderbroken, zwijg dan meteen.")]
    [InlineData("Stop met praten zodra de klant begint.")]
    [InlineData("Wacht tot de klant is uitgesproken.")]
    [InlineData("Komt de klant ertussen, luister dan eerst.")]
    public void Interruptions_InAnyWords_AreDealtWith(string text) => Lacking(text).ShouldNotContain(Practices.Interruptions);

    [Theory]
    [InlineData("Be friendly.")]
    [InlineData("Do not stop when the customer interrupts.")]
    [InlineData("Talk over them if you have to.")]
    [InlineData("Stop niet als de klant je onderbreekt.")]
    [InlineData("Praat rustig door de klant heen.")]
    public void Interruptions_LeftOutOrForbidden_AreLacking(string text) => Lacking(text).ShouldContain(Practices.Interruptions);

    [Theory]
    [InlineData("If they say no, thank them and end the call.")]
    [InlineData("Accept a no.")]
    [InlineData("When the customer is not interested, wish them a good day.")]
    [InlineData("If the customer does not want to talk, apologise.")]
    [InlineData("When someone asks for a human, promise a call from a colleague.")]
    [InlineData("Transfer to a person on request.")]
    [InlineData("Respect every refusal.")]
    [InlineData("Objections: answer once, then let it be.")]
    [InlineData("If she would rather not answer, go on.")]
    [InlineData("Zegt de klant nee, accepteer dat dan.")]
    [InlineData("Bij geen interesse bedank je en hang je op.")]
    [InlineData("Wil iemand een medewerker spreken, noteer dat.")]
    [InlineData("Vraagt de klant naar een mens, zeg dan dat een collega belt.")]
    [InlineData("Verbind op verzoek door met een collega.")]
    [InlineData("Wil de klant niet praten, dring niet aan: bedank hem.")]
    [InlineData("Accepteer een weigering.")]
    [InlineData("Antwoord één keer op een bezwaar.")]
    public void Refusal_InAnyWords_IsDealtWith(string text) => Lacking(text).ShouldNotContain(Practices.Refusal);

    [Theory]
    [InlineData("Be friendly. There is no hurry.")]
    [InlineData("Never take no for an answer.")]
    [InlineData("If they say no, keep asking.")]
    [InlineData("Ignore it when they ask for a person.")]
    [InlineData("Accepteer geen nee.")]
    [InlineData("Zegt de klant nee, houd vol.")]
    [InlineData("Wees vriendelijk.")]
    public void Refusal_LeftOutOrIgnored_IsLacking(string text) => Lacking(text).ShouldContain(Practices.Refusal);

    [Fact]
    public void Detector_BlankInstructionsAndNoCall_IsOneFindingOfAllThatIsLacking()
    {
        var finding = new BestPractice().Find(Of(), new DetectionOptions()).ShouldHaveSingleItem();

        (finding.Problem, finding.Cause, finding.Total).ShouldBe((BestPractice.DetectorName, "best_practice.several", 0));
        finding.Causes.Select(cause => cause.Cause).ShouldBe([Practices.Introduction, Practices.OneQuestion, Practices.Interruptions, Practices.Refusal]);
    }

    [Fact]
    public void Detector_OnePracticeLacking_NamesIt()
    {
        var text = InstructionText.Parse(Loop.GoodPractice.Replace("let the customer finish, ", "", StringComparison.Ordinal));

        new BestPractice().Find(Of() with { Instructions = text }, new DetectionOptions()).ShouldHaveSingleItem().Cause.ShouldBe("best_practice.interruptions");
    }

    /// <summary>2,000 projects with good instructions in shuffled order and calls of every kind: none gets a card.</summary>
    [Fact]
    public void Detector_TwoThousandGoodInstructions_StaysQuiet()
    {
        string[] good =
        [
            "Say your name and why you call.", "Ask one question at a time.", "If the customer interrupts, stop and listen.", "Accept a no.",
            "Be warm.", "Do not read out figures.", "Thank the customer.",
        ];
        var random = new Random(4711);
        for (var project = 0; project < 2_000; project++)
        {
            random.Shuffle(good);
            var snapshot = Of(Completed(random.Next(500)), Failed(random.Next(500))) with { Instructions = InstructionText.Parse(string.Join(' ', good)) };
            new BestPractice().Find(snapshot, new DetectionOptions()).ShouldBeEmpty(string.Join(' ', good));
        }
    }

    /// <summary>What a card adds must count as the practice: else it would be proposed again for ever.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("nl")]
    public void Catalogue_EachPracticesText_IsReadAsThatPractice(string language)
    {
        var catalogue = new ChangeCatalogue();
        foreach (var practice in Practices.All)
            Lacking(catalogue.Find($"best_practice.{practice}")!.Changes.Single().Text.In(language), Name).ShouldNotContain(practice);
        catalogue.Find("best_practice.several")!.Changes.Select(change => change.Needs).ShouldBe(Practices.All);
    }

    private static IReadOnlyList<string> Lacking(string text, params CaptureField[] fields) => Practices.Lacking(InstructionText.Parse(text), fields);
}
