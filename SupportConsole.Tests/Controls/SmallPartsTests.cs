using System.Globalization;
using Bunit;
using SupportConsole.Controls;

namespace SupportConsole.Tests.Controls;

public sealed class SmallPartsTests : BunitContext
{
    public SmallPartsTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("en");

    [Theory]
    [InlineData(SeverityLevel.High, "▲high", "bad")]
    [InlineData(SeverityLevel.Medium, "◆medium", "warning")]
    [InlineData(SeverityLevel.Low, "●low", "tag")]
    public void Severity_OfAnyLevel_IsShapeAndWordAndColour(SeverityLevel level, string text, string css)
    {
        var tag = Render<Severity>(severity => severity.Add(s => s.Level, level)).Find(".tag");

        tag.TextContent.ShouldBe(text);
        tag.ClassList.ShouldContain(css);
    }

    [Theory]
    [InlineData(31, "+31 points, better")]
    [InlineData(-14, "−14 points, worse")]
    [InlineData(0.2, "0 points, the same")]
    public void Delta_OfAnySign_SaysWhetherItIsGoodNews(double value, string said) =>
        Render<Delta>(delta => delta.Add(d => d.Value, value).Add(d => d.Unit, "points"))
            .Find(".delta").TextContent.ShouldBe(said);

    [Fact]
    public void Interval_OfADifference_CarriesSigns() =>
        Render<Interval>(interval => interval.Add(i => i.Low, 18).Add(i => i.High, 42))
            .Find("span").TextContent.ShouldBe("90 %: +18 to +42");

    [Fact]
    public void NewPill_NothingNew_IsALiveRegionWithoutAButton() =>
        Render<NewPill>(pill => pill.Add(p => p.Count, 0).Add(p => p.OnShow, () => { }))
            .MarkupMatches("<span role=\"status\"></span>");

    [Fact]
    public void NewPill_Clicked_ShowsWhatIsNew()
    {
        var shown = false;
        var pill = Render<NewPill>(parameters => parameters.Add(p => p.Count, 3).Add(p => p.OnShow, () => shown = true));

        pill.Find("button").TextContent.ShouldBe("3 new");
        pill.Find("button").Click();

        shown.ShouldBeTrue();
    }

    [Fact]
    public void LoadState_Failed_OffersAnotherTry()
    {
        var retried = false;
        var state = Render<LoadState>(parameters => parameters
            .Add(s => s.Is, Load.Failed).Add(s => s.OnRetry, () => retried = true)
            .Add(s => s.Empty, "empty").AddChildContent("full"));

        state.Find("[role=alert] button").Click();

        retried.ShouldBeTrue();
        state.Markup.ShouldNotContain("full");
    }

    [Fact]
    public void ViewChips_WithAnOpenView_MarksItForEveryone()
    {
        var chips = Render<ViewChips>(parameters => parameters.Add(c => c.Label, "Views")
            .Add(c => c.Views, [new("Open", "/suggestions", true, 1_200), new("Applied", "/suggestions?view=applied", false)]));

        chips.Find("a[aria-current=page]").TextContent.ShouldBe("Open 1,200");
        chips.FindAll("a").Count.ShouldBe(2);
    }
}
