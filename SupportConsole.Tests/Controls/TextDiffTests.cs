using FsCheck;
using FsCheck.Fluent;
using SupportConsole.Controls.Diff;

namespace SupportConsole.Tests.Controls;

public sealed class TextDiffTests
{
    private static readonly string[] Words = ["price", "ask", " ", "  ", "\n", "\r\n", "## Opening", ".", "é", "🙂", ""];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Words).ListOf().Select(string.Concat).ToArbitrary();

    /// <summary>A line lost or made up in the comparison would have a person accept what they did not see.</summary>
    [Fact]
    public void Lines_OfAnyTwoTexts_HoldBothTextsWhole() => Prop.ForAll(Texts, Texts, (before, after) =>
    {
        var lines = TextDiff.Lines(before, after);

        lines.Where(line => line.Kind != DiffKind.Added).Select(line => line.Text).ShouldBe(Split(before));
        lines.Where(line => line.Kind != DiffKind.Removed).Select(line => line.Text).ShouldBe(Split(after));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lines_OfVeryLongTexts_AreOneBlockBetweenWhatIsEqual()
    {
        var lines = TextDiff.Lines(Long("old"), Long("new"));

        lines.Count(line => line.Kind == DiffKind.Removed).ShouldBe(1);
        lines.Count(line => line.Kind == DiffKind.Added).ShouldBe(1);
        lines.Count.ShouldBe(6_002);
    }

    private static string Long(string middle) =>
        string.Concat(Enumerable.Range(0, 3_000).Select(i => $"{i}\n")) + middle + "\n" + string.Concat(Enumerable.Range(0, 3_000).Select(i => $"{i}\n"));

    private static string[] Split(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }
}
