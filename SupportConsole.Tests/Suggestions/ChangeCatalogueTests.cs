using Shouldly;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Catalogue;

namespace SupportConsole.Tests.Suggestions;

public sealed class ChangeCatalogueTests
{
    private static readonly CaptureField Price = new("price", "price");

    private readonly ChangeCatalogue _catalogue = new();

    [Fact]
    public void Changes_SectionSpeaksOfTheField_AreMadeThere()
    {
        var text = InstructionText.Parse("## Capture price\nAsk what price they have in mind.\n");

        var change = Changes("missing.not_confirmed", "en", text)[0];

        change.Section.ShouldBe("Capture price");
        change.Current.ShouldBe("Ask what price they have in mind.");
        change.Suggested.ShouldStartWith("Ask what price they have in mind.\n");
        change.Suggested.ShouldContain("repeat it back");
    }

    [Fact]
    public void Changes_InDutch_AreInDutch() =>
        Changes("missing.not_confirmed", "nl", InstructionText.Parse(""))[0].Suggested.ShouldContain("herhaal het");

    [Fact]
    public void Changes_AlreadyThere_AreNotProposedAgain()
    {
        var text = InstructionText.Parse("## Opening\nHello.\n");
        var changes = Changes("missing.not_confirmed", "en", text);

        Changes("missing.not_confirmed", "en", InstructionChange.Apply(text, changes)).ShouldBeEmpty();
    }

    [Fact]
    public void Changes_OtherHoursThanBefore_TakeThePlaceOfThose()
    {
        var text = InstructionText.Parse("## Calling hours\nNever on Sunday.\nCall between 10:00-14:00. Then this project's customers answer most.\nBe patient.\n");
        var facts = new Dictionary<string, string> { ["when.en"] = "on Monday to Tuesday between 15:00-19:00", ["inside"] = "60", ["outside"] = "20" };

        var change = ChangeCatalogue.Changes(_catalogue.Find("timing.hours")!, "en", text, null, facts).ShouldHaveSingleItem();

        change.Suggested.ShouldBe(
            "Never on Sunday.\nCall on Monday to Tuesday between 15:00-19:00. Then this project's customers answer most.\nBe patient.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Be kind.\n\n## Before ending the call\nSay goodbye.")]
    [InlineData("Be kind.\r\n\r\n## Before ending the call: price\r\nSay goodbye.\r\n\r\n## Opening\r\nHello.\r\n")]
    public void Changes_TwoOfOneSection_AreBothAppliedAndBothTakenBack(string instructions)
    {
        var text = InstructionText.Parse(instructions);
        var entry = _catalogue.Find("missing.not_confirmed")!;
        var one = entry.Changes[1] with { AboutField = true };
        var changes = Changes(entry with { Changes = [one, one with { Text = new("Thank them.", "Bedank ze.") }] }, "en", text);

        changes.Count.ShouldBe(2);
        changes[1].Section.ShouldBe(changes[0].Section);
        InstructionChange.Fits(text, changes).ShouldBeTrue();
        var applied = InstructionChange.Apply(text, changes);
        applied.ToString().ShouldContain(one.Text.En.Replace("{label}", "price", StringComparison.Ordinal));
        applied.ToString().ShouldContain("Thank them.");
        InstructionChange.Undo(applied, changes)!.ToString().ShouldBe(instructions);
        InstructionChange.Undo(applied.With(changes[0].Section, "Something else."), changes).ShouldBeNull();
    }

    [Fact]
    public void Entries_EveryText_IsThereInBothLanguagesAndFilled()
    {
        foreach (var entry in _catalogue.Entries)
        {
            entry.Recovered.Length.ShouldBe(2);
            foreach (var language in ProjectDraft.Languages)
            {
                var changes = Changes(entry.Cause, language, InstructionText.Parse(""), Facts());
                changes.ShouldNotBeEmpty(entry.Cause);
                changes.ShouldAllBe(change => !string.IsNullOrWhiteSpace(change.Suggested) && !string.IsNullOrWhiteSpace(change.Reason.In(language)));
                changes.ShouldAllBe(change => !(change.Section + change.Suggested + change.Reason.En + change.Reason.Nl).Contains('{'));
            }
        }
    }

    private static Dictionary<string, string> Facts()
    {
        var facts = Practices.All.ToDictionary(practice => practice, _ => "");
        foreach (var fact in (string[])["when.en", "when.nl", "inside", "outside"])
            facts[fact] = "13";
        return facts;
    }

    private List<SuggestionChange> Changes(string cause, string language, InstructionText text, Dictionary<string, string>? facts = null) =>
        Changes(_catalogue.Find(cause)!, language, text, facts);

    private static List<SuggestionChange> Changes(CatalogueEntry entry, string language, InstructionText text, Dictionary<string, string>? facts = null)
    {
        facts ??= [];
        facts["label"] = "price";
        facts["project"] = "Cars";
        return ChangeCatalogue.Changes(entry, language, text, Price, facts);
    }
}
