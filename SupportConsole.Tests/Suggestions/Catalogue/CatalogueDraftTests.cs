using SupportConsole.Domain.Suggestions.Catalogue;

namespace SupportConsole.Tests.Suggestions.Catalogue;

/// <summary>What an admin may write: a text with a hole in it would be spoken to customers.</summary>
public sealed class CatalogueDraftTests
{
    private static readonly ChangeCatalogue Catalogue = new();

    public static TheoryData<string> Causes => [.. Catalogue.Entries.Select(entry => entry.Cause)];

    [Theory]
    [MemberData(nameof(Causes))]
    public void ShippedEntry_ReadAndWrittenBack_PassesAndIsTheSame(string cause)
    {
        var shipped = Catalogue.Shipped(cause)!;
        var draft = CatalogueDraft.Of(shipped);

        draft.Check(shipped).ToString().ShouldBe("");
        draft.ToEntry(shipped).InWords().ShouldBe(shipped.InWords());
        draft.ToEntry(shipped).Recovered.ShouldBe(shipped.Recovered);
        draft.ToEntry(shipped).Changes.Select(change => change.Needs).ShouldBe(shipped.Changes.Select(change => change.Needs));
    }

    [Theory]
    [InlineData("missing.not_confirmed", "Ask for {naam}.", "changes[0].text.en", "The English text holds {naam}, which nothing fills here; use {project}, {label}.")]
    [InlineData("success.no_answer", "Ask for {label}.", "changes[0].text.en", "The English text holds {label}, which nothing fills here; use {project}.")]
    [InlineData("timing.hours", "Call {when.nl}.", "changes[0].text.en", "The English text holds {when.nl}, which nothing fills here; use {project}, {when.en}, {inside}, {outside}.")]
    [InlineData("missing.not_confirmed", " ", "changes[0].text.en", "The English text is empty.")]
    [InlineData("missing.not_confirmed", "One.\n## Opening\nTwo.", "changes[0].text.en", "The English text has a line that starts with \"## \", which would start another section.")]
    [InlineData("missing.not_confirmed", "Beep \u0007.", "changes[0].text.en", "The English text holds control characters.")]
    public void Text_ThatWouldReadWrong_IsRefusedByFieldAndLanguage(string cause, string text, string field, string says)
    {
        var shipped = Catalogue.Shipped(cause)!;
        var draft = CatalogueDraft.Of(shipped);

        var errors = (draft with { Changes = [draft.Changes[0] with { Text = draft.Changes[0].Text with { En = text } }] }).Check(shipped).ToDictionary();

        errors.ShouldHaveSingleItem().Key.ShouldBe(field);
        errors[field].ShouldBe([says]);
    }

    [Fact]
    public void Everything_ThatIsWrong_IsNamedAtOnce()
    {
        var shipped = Catalogue.Shipped("missing.not_asked")!;
        var change = new CatalogueChange(
            new("Capture\n{label}", ""), ["{label}", new string('x', 101)], false, false, null, new(new string('x', 2_001), "Vraag {labels}."), new("Why?", new string('x', 501)));

        new CatalogueDraft(new(0.99, 9), [change], ["success.other"]).Check(shipped).ToDictionary().Keys.ShouldBe(
            ["recovered.share", "include", "changes[0].section.en", "changes[0].section.nl", "changes[0].text.en", "changes[0].text.nl", "changes[0].reason.nl", "changes[0].also"],
            ignoreOrder: true);
        new CatalogueDraft(null, []).Check(shipped).ToDictionary().Keys.ShouldBe(["recovered", "changes"]);
        new CatalogueDraft(new(1.2, 500), [.. Enumerable.Repeat(shipped.Changes[0], 11)]).Check(shipped).ToDictionary().Keys.ShouldBe(["recovered.share", "recovered.calls", "changes"]);
    }

    [Fact]
    public void ExpectedShare_OfAPrior_IsSaidAsAShareAndCallsAndReadBackExactly()
    {
        RecoveredShare.Of([4, 5]).ShouldBe(new(0.444, 9));
        RecoveredShare.Of([4, 5]).Prior([4, 5]).ShouldBe([4, 5]);
        new RecoveredShare(0.5, 20).Prior([4, 5]).ShouldBe([10, 10]);
    }

    [Theory]
    [InlineData("missing.not_confirmed", null, null)]
    [InlineData("missing.not_confirmed", "price", null)]
    [InlineData("missing.not_confirmed", null, "a.b:c-d_e")]
    [InlineData("missing.not_confirmed", "price", "a.b:c-d_e")]
    public void Key_WrittenAndRead_IsTheSame(string cause, string? field, string? project) =>
        CatalogueKey.Parse(new CatalogueKey(cause, field, project).ToString()).ShouldBe(new CatalogueKey(cause, field, project));
}
