using Shouldly;
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
    public void Entries_EveryText_IsThereInBothLanguagesAndFilled()
    {
        foreach (var entry in _catalogue.Entries)
        {
            entry.Recovered.Length.ShouldBe(2);
            foreach (var language in ProjectDraft.Languages)
            {
                var changes = Changes(entry.Cause, language, InstructionText.Parse(""), new() { ["hours"] = "13:00-17:00" });
                changes.ShouldNotBeEmpty(entry.Cause);
                changes.ShouldAllBe(change => !string.IsNullOrWhiteSpace(change.Suggested) && !string.IsNullOrWhiteSpace(change.Reason));
                changes.ShouldAllBe(change => !(change.Section + change.Suggested + change.Reason).Contains('{'));
            }
        }
    }

    private List<SuggestionChange> Changes(string cause, string language, InstructionText text, Dictionary<string, string>? facts = null)
    {
        facts ??= [];
        facts["label"] = "price";
        facts["project"] = "Cars";
        return ChangeCatalogue.Changes(_catalogue.Find(cause)!, language, text, Price, facts);
    }
}
