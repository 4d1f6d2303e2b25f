using System.Globalization;

namespace SupportConsole.Controls.Charts;

/// <summary>The table behind a chart: a row for each place on the x axis, a column for each series and each edge of its interval.</summary>
internal sealed record FigureTable(IReadOnlyList<string> Columns, IReadOnlyList<FigureTable.Row> Rows)
{
    internal sealed record Row(string X, IReadOnlyList<string> Cells);

    public static FigureTable Of(Figure figure)
    {
        var columns = figure.Traces.Where(trace => trace is not LineTrace { Guide: true }).SelectMany(ColumnsOf).ToList();
        var places = columns.SelectMany(column => column.Points.Keys).Distinct().ToList();
        return new(
            [figure.X.Title, .. columns.Select(column => column.Name)],
            [.. places.Select(place => new Row(place.Text(figure.X.Format), [.. columns.Select(column => Cell(figure.Y, column.Points.GetValueOrDefault(place)))]))]);
    }

    private static IEnumerable<(string Name, Dictionary<ChartX, double?> Points)> ColumnsOf(Trace trace)
    {
        yield return (trace.Name, ByPlace(trace.Points.Select(point => (point.X, point.Y))));
        if (trace is not LineTrace { Band.Count: > 0 } banded)
            yield break;
        yield return (ControlWords.Get("LowBound", trace.Name), ByPlace(banded.Band.Select(point => (point.X, (double?)point.Low))));
        yield return (ControlWords.Get("HighBound", trace.Name), ByPlace(banded.Band.Select(point => (point.X, (double?)point.High))));
    }

    private static Dictionary<ChartX, double?> ByPlace(IEnumerable<(ChartX X, double? Y)> points) =>
        points.GroupBy(point => point.X).ToDictionary(same => same.Key, same => same.First().Y);

    private static string Cell(Axis axis, double? value) => value is null
        ? "–"
        : value.Value.ToString(axis.Format ?? (axis.Percent ? "P1" : "#,0.##"), CultureInfo.CurrentCulture);
}
