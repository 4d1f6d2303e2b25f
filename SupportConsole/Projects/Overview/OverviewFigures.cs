using Microsoft.Extensions.Localization;
using SupportConsole.Controls;
using SupportConsole.Controls.Charts;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;
using SupportConsole.Shell;

namespace SupportConsole.Projects.Overview;

/// <summary>The charts of a project: a point a day, and a line where other instructions came into force.</summary>
public sealed class OverviewFigures(IStringLocalizer<ProjectWords> words, WorkspaceTime time)
{
    /// <summary>As many lines as there are colours that can be told apart.</summary>
    public const int MostFields = 5;

    /// <summary>Marks closer than this part of the chart share one word, or it could not be read.</summary>
    private const double Apart = 0.035;

    /// <summary>The share of completed calls with its interval; a day without calls is a gap.</summary>
    public Figure Success(CallWindow window, IReadOnlyList<VersionRow> versions) => new(
        new LineTrace(words["Completed"], [.. window.Days.Select(day => new ChartPoint(At(day), Rate(day)?.Value))])
        {
            Band = [.. window.Days.Where(day => Rate(day) is not null).Select(day => new BandPoint(At(day), Rate(day)!.Value.Interval.Low, Rate(day)!.Value.Interval.High))],
        })
    {
        X = new(words["Day"], "ddd d MMM"),
        Y = new("") { Percent = true, From = 0, To = 1 },
        Marks = Marks(window, versions),
    };

    public Figure Volume(CallWindow window, IReadOnlyList<VersionRow> versions) => new(
        new BarTrace(words["Calls"], [.. window.Days.Select(day => new ChartPoint(At(day), day.Totals.Calls))]))
    {
        X = new(words["Day"], "ddd d MMM"),
        Y = new("", "N0") { Whole = true },
        Marks = Marks(window, versions),
    };

    /// <summary>The captured share of each field by day, which is what a card about missing data promises to lift; no line before a field was asked for.</summary>
    public Figure Captured(CallWindow window, IReadOnlyList<VersionRow> versions, IReadOnlyList<CaptureField> fields) => new(
        [.. fields.Select((field, i) => new LineTrace(
            string.IsNullOrWhiteSpace(field.Label) ? field.Key : field.Label,
            [.. window.Days.Select(day => new ChartPoint(At(day), day.Totals.Asked(field.Key) is > 0 and var asked ? (double)day.Totals.Captured(field.Key) / asked : null))],
            Series: i + 1))])
    {
        X = new(words["Day"], "ddd d MMM"),
        Y = new("") { Percent = true, From = 0, To = 1 },
        Marks = Marks(window, versions),
        Legend = fields.Count > 1,
    };

    /// <summary>The required fields to chart: those with the most missing, at most <see cref="MostFields"/>.</summary>
    public static IReadOnlyList<CaptureField> Charted(Project project, CallTotals totals) =>
        [.. project.RequiredFields().Where(field => totals.Asked(field.Key) > 0).OrderByDescending(field => totals.MissingTotal(field.Key)).Take(MostFields)];

    private static Rate? Rate(DayTotals day) => day.Totals.Calls == 0 ? null : new Rate(day.Totals.Completed, day.Totals.Calls);

    private static ChartX At(DayTotals day) => day.Day.ToDateTime(TimeOnly.MinValue);

    /// <summary>"v5" where version 5 came into force, "v5-v7" where three followed closely; in the accent when a card is among them.</summary>
    private List<Mark> Marks(CallWindow window, IReadOnlyList<VersionRow> versions)
    {
        var marks = new List<(DateTime At, int First, int Last, bool Card)>();
        foreach (var version in versions)
        {
            var at = time.Local(version.ServedFrom);
            if (marks.Count > 0 && at - marks[^1].At < window.Days.Count * Apart * TimeSpan.FromDays(1))
                marks[^1] = marks[^1] with { Last = version.Number, Card = marks[^1].Card || version.SuggestionId is not null };
            else
                marks.Add((at, version.Number, version.Number, version.SuggestionId is not null));
        }

        return [.. marks.Select(mark => new Mark(
            mark.At,
            mark.First == mark.Last ? words["Version", mark.First] : words["VersionsTo", mark.First, mark.Last],
            mark.Card ? Tone.Accent : Tone.Neutral))];
    }
}
