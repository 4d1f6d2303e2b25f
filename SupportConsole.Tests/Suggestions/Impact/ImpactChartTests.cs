using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Analytics;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Shell;
using SupportConsole.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Suggestions.Impact;

public sealed class ImpactChartTests : BunitContext
{
    private static readonly DateTime Day = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    public ImpactChartTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("en");
        Services.AddLocalization().AddLogging().AddOptions();
        Services.AddSingleton<TimeProvider>(new FakeClock()).AddSingleton<WorkspaceTime>().AddSingleton<SuggestionWording>();
    }

    [Theory]
    [InlineData(3, "3 judged cards · not drawn, for want of calls: 1")]
    [InlineData(40, "newest 3 of 40 · not drawn, for want of calls: 1")]
    public void Note_WithACardThatNobodyWasCalledOn_SaysSoAndHidesNoOther(int judged, string note)
    {
        ImpactRow[] rows = [Row(1, calls: 20), Row(2, calls: 30), Row(3, calls: 0)];

        var chart = Render<ImpactChart>(parts => parts.Add(part => part.Rows, rows).Add(part => part.Judged, judged));

        string.Join(' ', chart.Find(".right").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldStartWith(note);
    }

    private static ImpactRow Row(long id, int calls) => new(
        id, "cars", "Cars", "missing.not_confirmed", Metric.FieldCaptured, "price", "price", new PredictedImpact(30, 20, 40, 20, 1000, 120), Day, Day, Verdict.TooLittleData, null, null,
        new ImpactMeasurement { SuggestionId = id, Of = MeasurementOf.Apply, BeforeHits = 30, BeforeTotal = 100, AfterTotal = calls, MeasuredAt = Day }, null);
}
