using SupportConsole.Domain.Triage;

namespace SupportConsole.Tests.Triage;

/// <summary>What the writer did not write now says nothing.</summary>
public sealed class MessageLinesTests
{
    /// <summary>Only what stands above the head of another mail is the writer's.</summary>
    [Theory]
    [InlineData("From: Support <help@example.com>\nSent: Monday 3 November 2025 10:12\nTo: Ann\nSubject: The server is down\n\nURGENT! The server is down.")]
    [InlineData("*From:* Support\r\n*Sent:* Monday\r\n\r\nURGENT! The server is down.")]
    [InlineData("Van: Support\nVerzonden: maandag 3 november 2025 10:12\nAan: Ann\nOnderwerp: The server is down\n\nURGENT! The server is down.")]
    [InlineData("Op 3 nov. 2025 om 10:12 heeft Support <a@example.com> het volgende geschreven:\n\nURGENT! The server is down.")]
    [InlineData("Op 3 nov. 2025 om 10:12 heeft Support <a@example.com> het\nvolgende geschreven:\n\nURGENT! The server is down.")]
    [InlineData("On Mon, Nov 3, 2025 at 10:12 AM Support <\nsupport@example.com> wrote:\n\nURGENT! The server is down.")]
    [InlineData("Sent from my iPhone\n\nFrom: Support\nSent: Monday\n\nURGENT! The server is down.")]
    [InlineData("Kind regards,\nAnn\n\nFrom: Support\nSent: Monday\n\nURGENT! The server is down.")]
    public void Quotation_BelowAMailHead_IsNotRead(string quoted)
    {
        const string Own = "Thanks, that solved it, great help!";
        var result = Reading.Of($"{Own}\n\n{quoted}");

        result.Evidence.ShouldAllBe(evidence => evidence.Start < Own.Length);
        result.Urgency.ShouldBe(TriageUrgency.Medium);
    }

    /// <summary>A journey, a form and a mail that begins with its own head are the writer's.</summary>
    [Theory]
    [InlineData("Please change my trip\nFrom: Amsterdam\nTo: Paris\n\nThis is urgent.")]
    [InlineData("A new message\nFrom: ann@example.com\nSubject: Question\nMessage: This is urgent.")]
    [InlineData("From: Ann\nSent: Monday\nTo: Support\nSubject: Question\n\nThis is urgent.")]
    [InlineData("Sent from my phone but nothing arrives, urgent.")]
    [InlineData("Sent from my iPhone\nThis is urgent.")]
    public void Lines_LikeAMailHead_AreRead(string text) =>
        Reading.Words(Reading.Of(text), EvidenceKind.Urgency, text).ShouldContain("urgent");

    [Theory]
    [InlineData("Sent from my iPhone")]
    [InlineData("Sent from my Samsung Galaxy smartphone.")]
    [InlineData("Get Outlook for iOS<https://aka.ms/o0ukef>")]
    [InlineData("Verzonden vanaf mijn iPhone")]
    [InlineData("Verzonden vanaf mijn Android")]
    [InlineData("Verstuurd vanaf mijn Galaxy S21")]
    public void Device_BelowAMessage_IsNoneOfItsWords(string line)
    {
        var (with, without) = (Reading.Of("The page is empty.\n\n" + line), Reading.Of("The page is empty."));

        with.KeyPhrases.ShouldBe(without.KeyPhrases);
        with.Categories.ShouldBe(without.Categories);
    }
}
