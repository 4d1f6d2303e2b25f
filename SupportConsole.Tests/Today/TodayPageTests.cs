using Bunit;
using SupportConsole.Today;

namespace SupportConsole.Tests.Today;

public sealed class TodayPageTests : BunitContext
{
    [Fact]
    public void LookAgain_ClickedTwice_CountsBoth()
    {
        var page = Render<TodayPage>();

        page.Find("button").Click();
        page.Find("button").Click();

        page.Find("output").MarkupMatches("<output>Looked 2 times, still nothing.</output>");
    }
}
