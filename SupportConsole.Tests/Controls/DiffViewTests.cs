using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Controls;

namespace SupportConsole.Tests.Controls;

public sealed class DiffViewTests : BunitContext
{
    public DiffViewTests() => Services.AddLocalization().AddLogging();

    [Fact]
    public void HostileText_InBothTexts_StaysText()
    {
        const string script = "<script>alert(1)</script><img src=x onerror=alert(2)>";

        var diff = Show("Say " + script, $"Say loudly {script}", heading: script);

        diff.FindAll("script, img").ShouldBeEmpty();
        Lines(diff).ShouldBe([$"−Removed:Say {script}", $"+Added:Say loudly {script}"]);
        diff.Find(".diff-name").TextContent.ShouldBe(script);
    }

    [Fact]
    public void ChangedLine_WithMostOfItsWords_MarksOnlyWhatDiffers()
    {
        var diff = Show("Ask what price they have in mind.", "Ask what monthly price they have in mind, then repeat it.");

        diff.FindAll("del").ShouldBeEmpty();
        diff.FindAll("ins").Select(mark => mark.TextContent).ShouldBe(["monthly ", ", then repeat it"]);
    }

    [Fact]
    public void ChangedLine_WithNothingInCommon_IsMarkedAsAWhole()
    {
        var diff = Show("Say hello.", "Vraag eerst hoe het gaat");

        diff.FindAll("del, ins").ShouldBeEmpty();
        Lines(diff).ShouldBe(["−Removed:Say hello.", "+Added:Vraag eerst hoe het gaat"]);
    }

    [Fact]
    public void LongUnchangedRun_BeforeAChange_IsFoldedButKeepsItsHeadingAndOpens()
    {
        var same = string.Concat(Enumerable.Range(1, 20).Select(i => $"line {i}\n"));

        var diff = Show($"## Opening\n{same}Say hello.\n", $"## Opening\n{same}Say hello and your name.\n");

        Lines(diff)[0].ShouldBe("## Opening");
        diff.Find(".diff-fold").TextContent.Trim().ShouldBe("Show 17 unchanged lines");
        diff.Find(".diff-fold button").Click();
        Lines(diff).Count.ShouldBe(1 + 20 + 2);
    }

    [Fact]
    public void NewText_WithoutOneBefore_IsAllAdded()
    {
        var diff = Show(null, "One.\nTwo.\n", heading: "## Closing");

        Lines(diff).ShouldBe(["+Added:One.", "+Added:Two."]);
        diff.Find("figure").GetAttribute("aria-label").ShouldBe("## Closing: lines removed 0, lines added 2");
    }

    [Theory]
    [InlineData("Same.", "Same.", "There is no difference.")]
    [InlineData("Same.", "Same.\r\n", "The words are the same; only line endings differ.")]
    public void EqualWords_WithOrWithoutTheSameEndings_SaySo(string before, string after, string said) =>
        Show(before, after).Find(".diff-none").TextContent.ShouldBe(said);

    [Fact]
    public void Spaces_InsideALine_ArriveAsTheyWereWritten() =>
        Show(null, "  two  spaces").Find(".diff-text").TextContent.ShouldBe("  two  spaces");

    private IRenderedComponent<DiffView> Show(string? before, string after, string? heading = null) =>
        Render<DiffView>(diff => diff.Add(view => view.Before, before).Add(view => view.After, after).Add(view => view.Heading, heading));

    private static List<string> Lines(IRenderedComponent<DiffView> diff) =>
        [.. diff.FindAll(".diff-line").Select(line => string.Concat(line.Children.Select(part => part.TextContent)).Trim())];
}
