using FsCheck;
using FsCheck.Fluent;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Tests.Projects;

/// <summary>What "undo to the byte" rests on: a text changed and changed back must be the text it was, whatever people and senders wrote.</summary>
public sealed class InstructionTextTests
{
    private static readonly string[] Pieces =
        ["ask", "Price. ", " ", "\n", "\n", "\n\n", "\r\n", "\r", "\t", "## Opening\n", "## Opening\r\n", "\n## price", "\n## Closing \n", "## ", "##Price", "# One\n", "é🙂", " "];

    private static readonly Gen<string> Any = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    private static readonly Arbitrary<string> Texts = Any.ToArbitrary();

    /// <summary>Names that are there, that are there in other letters, and that are not.</summary>
    private static readonly Arbitrary<string> Names = Gen.Elements("Opening", "Price", "CLOSING", "Calling hours", "").ToArbitrary();

    /// <summary>New texts of a section: something is said, and nothing starts another section.</summary>
    private static readonly Arbitrary<string> NewTexts =
        Any.Where(text => !string.IsNullOrWhiteSpace(text) && InstructionText.Parse("x\n" + text).Sections.Count == 1 && !text.TrimStart().StartsWith("## ", StringComparison.Ordinal)).ToArbitrary();

    [Fact]
    public void Parse_OfAnyText_KeepsEveryByte() =>
        Prop.ForAll(Texts, text => InstructionText.Parse(text).ToString() == text).Check();

    [Fact]
    public void With_AndBackAgain_GivesTheSameBytes() => Prop.ForAll(Texts, Names, NewTexts, (text, name, changed) =>
    {
        var original = InstructionText.Parse(text).Section(name);

        var after = Saved(InstructionText.Parse(text).With(name, changed));
        after.Section(name).ShouldBe(changed.Trim());
        after.With(name, original).ToString().ShouldBe(text);
    }).Check();

    [Fact]
    public void With_OneSection_LeavesTheBytesOfTheOthers() => Prop.ForAll(Texts, Names, NewTexts, (text, name, changed) =>
    {
        var before = InstructionText.Parse(text);

        var after = Saved(before.With(name, changed));

        var start = CommonStart(text, after.ToString());
        var end = CommonStart(Reversed(text), Reversed(after.ToString()));
        (start + end).ShouldBeGreaterThanOrEqualTo(text.Length - (before.Section(name) ?? "").Length);
        Others(after, name).ShouldBe(Others(before, name));
    }).Check();

    [Fact]
    public void Adding_TwoSectionsAndTakingTheFirstAway_IsAddingTheSecond() => Prop.ForAll(Texts, NewTexts, NewTexts, (text, first, second) =>
    {
        text = text.Replace("\r\n", "\n").Replace('\r', ' ');
        var both = Saved(Saved(InstructionText.Parse(text).With("First", first)).With("Second", second));

        both.With("First", null).ToString().ShouldBe(InstructionText.Parse(text).With("Second", second).ToString());
    }).Check();

    [Theory]
    [InlineData("Be kind.", "Be kind.\n\n## Hours\n9 to 5")]
    [InlineData("Be kind.\n", "Be kind.\n\n## Hours\n9 to 5\n")]
    [InlineData("Be kind.\r\nAlways.\r\n", "Be kind.\r\nAlways.\r\n\r\n## Hours\r\n9 to 5\r\n")]
    [InlineData("", "## Hours\n9 to 5\n")]
    [InlineData("## Hours\n\n## Closing\nBye.\n", "## Hours\n9 to 5\n\n## Closing\nBye.\n")]
    [InlineData("## Hours\n\n8 to 12\n\n## Closing\nBye.\n", "## Hours\n\n9 to 5\n\n## Closing\nBye.\n")]
    public void With_ANewText_ReadsAsAPersonWouldWriteIt(string text, string expected) =>
        InstructionText.Parse(text).With("Hours", " 9 to 5\n").ToString().ShouldBe(expected);

    /// <summary>As the next reader finds it: written down and parsed again.</summary>
    private static InstructionText Saved(InstructionText text) => InstructionText.Parse(text.ToString());

    private static IEnumerable<InstructionSection> Others(InstructionText text, string name)
    {
        var found = false;
        return [.. text.Sections.Where(section => found || !(found = string.Equals(section.Name, name, StringComparison.OrdinalIgnoreCase)))];
    }

    private static int CommonStart(string a, string b) => a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();

    private static string Reversed(string text) => new([.. text.Reverse()]);
}

file static class Checks
{
    /// <summary>Ten times the usual number: the pieces collide only now and then.</summary>
    public static void Check(this Property property) => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), property);
}
