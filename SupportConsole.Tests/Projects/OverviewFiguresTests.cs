using System.Globalization;
using System.Text.Json;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SupportConsole.Controls.Charts;
using SupportConsole.Domain.Projects;
using SupportConsole.Projects;
using SupportConsole.Projects.Overview;
using SupportConsole.Shell;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Projects;

public sealed class OverviewFiguresTests : BunitContext
{
    private static readonly DateOnly First = new(2026, 3, 2);

    public OverviewFiguresTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("en");
        Services.AddLocalization().AddLogging().AddOptions();
        Services.AddSingleton<TimeProvider>(new FakeClock()).AddSingleton<WorkspaceTime>();
    }

    [Fact]
    public void Captured_ByDay_IsTheShareOfCallsThatWereAskedAndStartsWithThem()
    {
        var window = Window(
            totals => totals.Add(CallCountKind.Outcome, "completed", 5),
            totals =>
            {
                totals.Add(CallCountKind.Outcome, "completed", 4);
                totals.Add(CallCountKind.Captured, "price", 3);
                totals.Add(CallCountKind.Missing, "price|not_asked", 1);
            });

        var line = Figures().Captured(window, [], [new CaptureField("price", "Price")]).Traces.ShouldHaveSingleItem();

        line.Name.ShouldBe("Price");
        line.Points.Select(point => point.Y).ShouldBe([null, 0.75]);
    }

    [Fact]
    public void Charted_OfManyFields_AreTheRequiredOnesWithTheMostMissing()
    {
        var totals = new CallTotals();
        var fields = Enumerable.Range(1, 8).Select(i => new CaptureField($"f{i}", $"F{i}", Required: i != 8)).ToList();
        for (var i = 1; i <= 8; i++)
            totals.Add(CallCountKind.Missing, $"f{i}|not_asked", i);
        var project = new Project { ExternalId = "p", Name = "P", Industry = "", Language = "en", CaptureFields = fields };

        OverviewFigures.Charted(project, totals).Select(field => field.Key).ShouldBe(["f7", "f6", "f5", "f4", "f3"]);
    }

    [Fact]
    public void Charts_OfOneDayWithFewCalls_DrawADotAndWholeNumbersAndTheDaysOfThePage()
    {
        var window = Window(totals => totals.Add(CallCountKind.Outcome, "completed", 1), _ => { });

        var success = Drawn(Figures().Success(window, []));
        var volume = Drawn(Figures().Volume(window, []));

        success.GetProperty("data").EnumerateArray().Last().GetProperty("marker").GetProperty("size").EnumerateArray().Select(size => size.GetInt32()).ShouldBe([7, 0]);
        volume.GetProperty("layout").GetProperty("yaxis").GetProperty("dtick").GetInt32().ShouldBe(1);
        volume.GetProperty("layout").GetProperty("xaxis").GetProperty("tickformat").GetString().ShouldBe("%-d %b");
    }

    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(1, 20, "under 1")]
    [InlineData(90, 2, "45")]
    public void CallsADay_OfFewCalls_AreSaidSensibly(int calls, int days, string says)
    {
        var window = Window([totals => totals.Add(CallCountKind.Outcome, "completed", calls), .. Enumerable.Repeat<Action<CallTotals>>(_ => { }, days - 1)]);

        Render<OverviewTiles>(parts => parts.Add(part => part.Window, window)).FindAll(".tile .value")[1].TextContent.ShouldBe(says);
    }

    private OverviewFigures Figures() => new(Services.GetRequiredService<IStringLocalizer<ProjectWords>>(), Services.GetRequiredService<WorkspaceTime>());

    private JsonElement Drawn(Figure figure) => JsonDocument.Parse(
        Render<PlotlyChart>(parts => parts.Add(part => part.Title, "Chart").Add(part => part.Figure, figure)).Find("plotly-chart").GetAttribute("figure")!).RootElement;

    private static CallWindow Window(params Action<CallTotals>[] days)
    {
        var (all, list) = (new CallTotals(), new List<DayTotals>());
        for (var i = 0; i < days.Length; i++)
        {
            var totals = new CallTotals();
            days[i](totals);
            days[i](all);
            list.Add(new DayTotals(First.AddDays(i), totals));
        }

        return new CallWindow(list, all, First.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
    }
}
