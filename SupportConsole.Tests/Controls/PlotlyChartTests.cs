using System.Globalization;
using Bunit;
using SupportConsole.Controls.Charts;

namespace SupportConsole.Tests.Controls;

public sealed class PlotlyChartTests : BunitContext
{
    private static readonly DateTime Day = new(2026, 3, 2);

    public PlotlyChartTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("en");

    [Fact]
    public void Table_Asked_ShowsEveryNumberOfTheChart()
    {
        var figure = new Figure(
            new LineTrace("Success", [new(Day, 0.4), new(Day.AddDays(1), null)]) { Band = [new(Day, 0.33, 0.48)] },
            new MarkerTrace("Measured", [new(Day.AddDays(1), 0.5)]))
        { X = new("Day", "d MMM"), Y = new("") { Percent = true } };
        var chart = Shown(figure);

        chart.Find(".chart-toggle").Click();

        chart.FindAll("thead th").Select(head => head.TextContent).ShouldBe(["Day", "Success", "Success, low", "Success, high", "Measured"]);
        chart.FindAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Replace('\u00a0', ' '))))
            .ShouldBe(["2 Mar|40.0%|33.0%|48.0%|–", "3 Mar|–|–|–|50.0%"]);
    }

    [Fact]
    public void Table_AskedAndPutAway_ShowsTheChartAgain()
    {
        var chart = Shown(new Figure(new BarTrace("Calls", [new("Monday", 3)])));

        chart.Find(".chart-toggle").Click();
        chart.FindAll("plotly-chart").ShouldBeEmpty();
        chart.Find(".chart-toggle").Click();

        chart.Find("plotly-chart").GetAttribute("figure")!.ShouldContain("Monday");
    }

    [Fact]
    public void Labels_WithMarkup_ReachPlotlyAsText()
    {
        const string Hostile = "<a href='javascript:alert(1)'>%{x}</a>";
        var figure = new Figure(new BarTrace(Hostile, [new(Hostile, 3)])) { Marks = [new(Hostile, Hostile)] };

        var json = System.Text.Json.JsonDocument.Parse(Shown(figure).Find("plotly-chart").GetAttribute("figure")!).RootElement.GetRawText();

        json.ShouldNotContain("<a");
        System.Text.RegularExpressions.Regex.Unescape(json).ShouldNotContain("<a");
        System.Text.RegularExpressions.Regex.Unescape(json).ShouldNotContain("%{");
    }

    private IRenderedComponent<PlotlyChart> Shown(Figure figure) =>
        Render<PlotlyChart>(chart => chart.Add(c => c.Title, "Success a day").Add(c => c.Figure, figure));
}
