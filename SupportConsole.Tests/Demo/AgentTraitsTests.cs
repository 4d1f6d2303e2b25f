using SupportConsole.Domain.Data.Demo.Agent;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Catalogue;

namespace SupportConsole.Tests.Demo;

public sealed class AgentTraitsTests
{
    private static readonly Dictionary<string, FieldTraits> NoFields = [];

    private static readonly CaptureField[] Fields = [new("price", "target price"), new("meterstand", "meterstand"), new("email", "e-mail address")];

    [Theory]
    [InlineData("Ask what price they have in mind.")]
    [InlineData("## Capture price\nAsk what they have in mind.")]
    [InlineData("Get the customer's price before you go on.")]
    [InlineData("- Price: what is the most they want to spend?\n- Ask: \"What is your price?\"")]
    [InlineData("Do not hang up before you have asked for the price.")]
    [InlineData("Vraag naar de price.")]
    [InlineData("Achterhaal welke price de klant in gedachten heeft.")]
    public void Asked_InManyWords_IsRead(string text) => Price(text).Asked.ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("Be friendly.")]
    [InlineData("Ask for the e-mail address.")]
    [InlineData("Do not ask for the price.")]
    [InlineData("Vraag niet naar de price.")]
    [InlineData("When the customer gives the price, repeat it back and ask: \"Did I get that right?\" Note it after a yes.")]
    [InlineData("## Price\nOur prices are fair.")]
    [InlineData("Call about the price they saw, and ask if this is a good moment.")]
    [InlineData("Ask every customer how they are.")]
    public void Asked_WhenNobodySaysSo_IsNot(string text) => Price(text).Asked.ShouldBeFalse();

    [Theory]
    [InlineData("Ask for the price. Repeat it back.")]
    [InlineData("Ask for the price and read it back to them.")]
    [InlineData("## Price\nAsk what they want to spend.\nCheck that you got the amount right.")]
    [InlineData("Ask for the e-mail address and the price. Confirm both with the customer.")]
    [InlineData("Ask for the price.\n\n## Conversation\nRepeat every answer before the next question.")]
    [InlineData("Ask for the price. Never go on without confirming the price.")]
    [InlineData("Vraag naar de price en herhaal het bedrag.")]
    [InlineData("Vraag naar de price. Vat alle antwoorden aan het eind samen.")]
    public void Confirmed_InManyWords_IsRead(string text) => Price(text).Confirmed.ShouldBeTrue();

    [Theory]
    [InlineData("Ask for the price.")]
    [InlineData("Ask for the price. Do not repeat it back.")]
    [InlineData("Ask for the price, no need to confirm it.")]
    [InlineData("## E-mail\nAsk for the e-mail address and spell it back.\n\n## Price\nAsk for the price.")]
    [InlineData("Ask for the price. Repeat the price back.\nUpdate: do not repeat the price back any more.")]
    [InlineData("Vraag naar de price. Herhaal de price niet.")]
    public void Confirmed_OfAnotherFieldOrDenied_IsNot(string text) => Price(text).Confirmed.ShouldBeFalse();

    [Theory]
    [InlineData("## Opening\nSay your name and why you call in one sentence, then ask: \"Is this a good moment?\" Wait for the answer.", true, true, true)]
    [InlineData("## Introduction\nIntroduce yourself, tell them the purpose and check it's a convenient time.", true, true, true)]
    [InlineData("## Opening\nTell the customer what is on offer: \"Your boiler cover ends soon. If you renew today it is 14.50 a month.\"", false, false, false)]
    [InlineData("## Opening\n\"Hi, this is Max, I'm calling about your boiler.\"", true, true, false)]
    [InlineData("## Opening\nDo not say your name. Get to the offer.", false, false, false)]
    [InlineData("## Opening\nZeg in één zin wie je bent en waarom je belt, en vraag dan: \"Bel ik gelegen?\" Wacht op het antwoord.", true, true, true)]
    [InlineData("## Begroeting\nStel je voor, noem de reden en vraag of het schikt.", true, true, true)]
    [InlineData("Stel je netjes voor.\n\n## Afsluiting\nVraag of er nog iets is.", true, false, false)]
    public void Opening_Read_TellsWhoWhyAndMoment(string text, bool who, bool why, bool moment)
    {
        var traits = AgentTraits.Read(text, Fields);

        (traits.SaysWhoCalls, traits.SaysWhy, traits.AsksForAGoodMoment).ShouldBe((who, why, moment));
    }

    [Theory]
    [InlineData("Ask one question at a time. After every second answer, say how many questions are left.")]
    [InlineData("Tell them how long the call takes.")]
    [InlineData("Zeg na elk tweede antwoord hoeveel vragen er nog komen.")]
    public void WhatIsLeft_Said_IsRead(string text) => AgentTraits.Read(text, Fields).SaysWhatIsLeft.ShouldBeTrue();

    /// <summary>Every text that a card can write must change how the agent behaves, or accepting it could never help.</summary>
    [Theory]
    [InlineData("missing.not_asked")]
    [InlineData("missing.not_confirmed")]
    [InlineData("missing.not_answered")]
    [InlineData("missing.unknown")]
    [InlineData("success.no_answer")]
    [InlineData("success.early_hang_up")]
    [InlineData("success.late_hang_up")]
    [InlineData("success.not_interested")]
    public void CardText_OfEachCause_ChangesTheAgent(string cause)
    {
        var catalogue = new ChangeCatalogue();
        foreach (var language in ProjectDraft.Languages)
        {
            var facts = new Dictionary<string, string> { ["label"] = "target price", ["project"] = "Cars", ["hours"] = "13:00-17:00" };
            var text = InstructionText.Parse("## Price\nThe price matters.\n");
            var after = InstructionChange.Apply(text, ChangeCatalogue.Changes(catalogue.Find(cause)!, language, text, Fields[0], facts));

            Behaviour(after.ToString()).ShouldNotBe(Behaviour(text.ToString()), $"{cause} {language}");
        }
    }

    private static FieldTraits Price(string text) => AgentTraits.Read(text, Fields).Fields["price"];

    private static (AgentTraits, FieldTraits, string) Behaviour(string text)
    {
        var traits = AgentTraits.Read(text, Fields);
        return (traits with { Text = "", Hours = null, Fields = NoFields }, traits.Fields["price"], string.Join(' ', traits.Hours?.Spans ?? []));
    }
}
