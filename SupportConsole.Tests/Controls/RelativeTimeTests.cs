using System.Globalization;
using Bunit;
using SupportConsole.Controls;

namespace SupportConsole.Tests.Controls;

public sealed class RelativeTimeTests : BunitContext
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public RelativeTimeTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("en");

    [Theory]
    [InlineData(10, "now")]
    [InlineData(120, "2 min")]
    [InlineData(3_590, "1 h")]
    [InlineData(5 * 3_600, "5 h")]
    [InlineData(86_000, "1 d")]
    [InlineData(3 * 86_400, "3 d")]
    [InlineData(8 * 86_400, "22 Feb")]
    [InlineData(-2_520, "in 42 min")]
    public void RelativeTime_SomeSecondsAway_IsSaidShort(int secondsAgo, string said) =>
        Shown(Now.AddSeconds(-secondsAgo)).TextContent.ShouldBe(said);

    [Fact]
    public void RelativeTime_InASentence_SaysAgo() =>
        Render<RelativeTime>(time => time.Add(t => t.At, Now.AddMinutes(-2)).Add(t => t.Ago, true).AddCascadingValue(new Clock(Now, Amsterdam)))
            .Find("time").TextContent.ShouldBe("2 min ago");

    [Fact]
    public void RelativeTime_InDutch_IsSaidInDutch()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("nl");

        Shown(Now.AddHours(-5)).TextContent.ShouldBe("5 u");
    }

    [Fact]
    public void RelativeTime_Hovered_GivesTheExactTimeOfTheWorkspace()
    {
        var time = Shown(new(2026, 3, 2, 8, 58, 30, DateTimeKind.Utc));

        time.GetAttribute("title").ShouldBe("Mon 2 Mar 2026 09:58:30");
        time.GetAttribute("datetime").ShouldBe("2026-03-02T08:58:30Z");
    }

    private AngleSharp.Dom.IElement Shown(DateTime at) =>
        Render<RelativeTime>(time => time.Add(t => t.At, at).AddCascadingValue(new Clock(Now, Amsterdam))).Find("time");
}
