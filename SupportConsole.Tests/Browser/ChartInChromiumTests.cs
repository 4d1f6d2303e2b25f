using Bunit;
using Microsoft.Playwright;
using SupportConsole.Controls.Charts;
using SupportConsole.Domain.Access;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Browser;

[Collection(ChromiumCollection.Name)]
public sealed class ChartInChromiumTests(ChromiumFixture chromium) : BunitContext
{
    private const string Hostile = "<a href=\"https://evil.example\">x</a><img src=x onerror=alert(1)>";

    [SkippableFact]
    public async Task Chart_WithHostileWords_ShowsThemAsText()
    {
        await using var host = new ConsoleHost();
        var page = await DrawAsync(host, new Figure(new BarTrace(Hostile, [new(Hostile, 3), new("b", 4)])) { Legend = true, Marks = [new("b", Hostile)] });

        (await page.Locator("plotly-chart a, plotly-chart img").CountAsync()).ShouldBe(0);
        (await page.Locator("plotly-chart").TextContentAsync())!.ShouldContain("<a href=");
    }

    [SkippableFact]
    public async Task Chart_ThemeChanged_TakesItsColours()
    {
        await using var host = new ConsoleHost();
        var page = await DrawAsync(host, new Figure(new LineTrace("Success", [new(1, 0.2), new(2, 0.4)])));
        var line = page.Locator("plotly-chart .js-line");
        await Assertions.Expect(line).ToHaveCSSAsync("stroke", "rgb(52, 87, 213)");

        await page.EvaluateAsync("() => supportConsole.chooseTheme('dark')");

        await Assertions.Expect(line).ToHaveCSSAsync("stroke", "rgb(127, 155, 255)");
    }

    // No page is needed: the element is what a page would render, put into the running console.
    private async Task<IPage> DrawAsync(ConsoleHost host, Figure figure)
    {
        var chart = Render<PlotlyChart>(parameters => parameters.Add(c => c.Title, "Chart").Add(c => c.Figure, figure)).Find("plotly-chart");
        var context = await chromium.NewContextAsync(host, Roles.Admin, new() { ColorScheme = ColorScheme.Light });
        var page = await context.NewPageAsync();
        await page.VisitAsync("/");
        await page.EvaluateAsync(
            """
            figure => {
              const chart = document.createElement('plotly-chart');
              chart.setAttribute('figure', figure);
              chart.setAttribute('library', 'lib/plotly.min.js');
              document.querySelector('main').append(chart);
            }
            """,
            chart.GetAttribute("figure"));
        await page.Locator("plotly-chart[data-drawn]").WaitForAsync();
        return page;
    }
}
