using System.Text.Json.Nodes;

namespace SupportConsole.Controls.Charts;

/// <summary>
/// A figure in Plotly's own words. Colours are names of tokens ("token:accent:0.16"), which js/plotly-chart.js replaces by what the
/// theme says at that moment.
/// </summary>
internal static class FigureJson
{
    /// <summary>As large as the ticks: Plotly would make a title larger than the chart's own heading.</summary>
    private const double TitleSize = 11.5;

    /// <summary>Plotly would put ticks between the days, or between the counts, where there are fewer than it has room for.</summary>
    private const int FewDays = 10;
    private const int FewCounts = 8;

    private const string Transparent = "rgba(0,0,0,0)";

    public static string Of(Figure figure) => new JsonObject
    {
        ["data"] = new JsonArray([.. figure.Traces.SelectMany(Traces)]),
        ["layout"] = Layout(figure),
    }.ToJsonString();

    /// <summary>
    /// Plotly reads its labels as a kind of HTML and its hover templates as %{...}: a name that a customer chose must stay text.
    /// </summary>
    public static string Plain(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("%{", "%\u200b{").Replace("$", "&#36;");

    private static IEnumerable<JsonNode> Traces(Trace trace)
    {
        var colour = $"token:series-{trace.Series}";
        switch (trace)
        {
            case LineTrace line:
                if (line.Band.Count > 0)
                {
                    yield return Edge(line.Band.Select(point => (point.X, point.Low)), fill: null);
                    yield return Edge(line.Band.Select(point => (point.X, point.High)), fill: $"{colour}:0.16");
                }

                var drawn = Series(trace, "scatter", line.Points);
                drawn["mode"] = "lines";
                // A line needs two points: one that stands alone is drawn as a dot.
                if (Alone(line.Points) is var alone && alone.Contains(true))
                    (drawn["mode"], drawn["marker"]) = ("lines+markers", new JsonObject { ["color"] = colour, ["size"] = new JsonArray([.. alone.Select(dot => (JsonNode)(dot ? 7 : 0))]) });
                drawn["line"] = new JsonObject { ["color"] = colour, ["width"] = 2, ["dash"] = line.Dashed ? "dot" : "solid" };
                if (line.Guide)
                    (drawn["hoverinfo"], drawn["line"]!["width"]) = ("skip", 1.25);
                if (line.Filled)
                    (drawn["fill"], drawn["fillcolor"]) = ("tozeroy", $"{colour}:0.12");
                yield return drawn;
                break;
            case BarTrace bars:
                var bar = Series(trace, "bar", bars.Points);
                bar["marker"] = new JsonObject { ["color"] = $"{colour}:0.8" };
                yield return bar;
                break;
            case MarkerTrace markers:
                var marker = Series(trace, "scatter", markers.Points);
                marker["mode"] = "markers";
                marker["marker"] = new JsonObject
                {
                    ["color"] = colour,
                    ["size"] = 8,
                    ["symbol"] = Symbol(markers.Shape),
                    ["line"] = new JsonObject { ["color"] = "token:panel", ["width"] = 1 },
                };
                if (markers.Words.Count > 0)
                    (marker["hovertext"], marker["hoverinfo"]) = (new JsonArray([.. markers.Words.Select(word => (JsonNode)Plain(word))]), "text");
                if (markers.Bars.Count > 0)
                    marker["error_y"] = Bars(markers, colour);
                yield return marker;
                break;
        }
    }

    private static List<bool> Alone(IReadOnlyList<ChartPoint> points) =>
        [.. points.Select((point, i) => point.Y is not null && (i == 0 || points[i - 1].Y is null) && (i == points.Count - 1 || points[i + 1].Y is null))];

    private static JsonObject Series(Trace trace, string type, IReadOnlyList<ChartPoint> points) => new()
    {
        ["type"] = type,
        ["name"] = Plain(trace.Name),
        ["x"] = new JsonArray([.. points.Select(point => point.X.Json())]),
        ["y"] = new JsonArray([.. points.Select(point => (JsonNode?)point.Y)]),
    };

    private static string Symbol(MarkerShape shape) => shape switch
    {
        MarkerShape.Cross => "x",
        MarkerShape.Diamond => "diamond",
        MarkerShape.Ring => "circle-open",
        _ => "circle",
    };

    private static JsonObject Bars(MarkerTrace markers, string colour) => new()
    {
        ["type"] = "data",
        ["symmetric"] = false,
        ["array"] = new JsonArray([.. markers.Points.Zip(markers.Bars, (point, bar) => (JsonNode)(bar.High - (point.Y ?? 0)))]),
        ["arrayminus"] = new JsonArray([.. markers.Points.Zip(markers.Bars, (point, bar) => (JsonNode)((point.Y ?? 0) - bar.Low))]),
        ["color"] = $"{colour}:0.45",
        ["thickness"] = 1.25,
        ["width"] = 0,
    };

    private static JsonObject Edge(IEnumerable<(ChartX X, double Y)> points, string? fill)
    {
        var edge = points.ToList();
        return new()
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["x"] = new JsonArray([.. edge.Select(point => point.X.Json())]),
            ["y"] = new JsonArray([.. edge.Select(point => (JsonNode)point.Y)]),
            ["line"] = new JsonObject { ["width"] = 0, ["color"] = Transparent },
            ["fill"] = fill is null ? "none" : "tonexty",
            ["fillcolor"] = fill ?? Transparent,
            ["hoverinfo"] = "skip",
            ["showlegend"] = false,
        };
    }

    private static JsonObject Layout(Figure figure) => new()
    {
        ["height"] = figure.Height,
        ["showlegend"] = figure.Legend,
        ["hovermode"] = figure.Scattered ? "closest" : "x unified",
        ["xaxis"] = Dated(AxisJson(figure.X, grid: figure.Scattered), figure),
        ["yaxis"] = Whole(AxisJson(figure.Y, grid: true), figure),
        ["shapes"] = new JsonArray([.. figure.Marks.Select(Line)]),
        ["annotations"] = new JsonArray([.. figure.Marks.Select((mark, i) => (JsonNode)Word(mark, Anchor(i, figure.Marks.Count)))]),
    };

    private static JsonObject AxisJson(Axis axis, bool grid)
    {
        var json = new JsonObject { ["showgrid"] = grid };
        if (grid && axis.Title.Length > 0) // What a time or a word on x is, its ticks say; an empty title would still take room.
            json["title"] = new JsonObject { ["text"] = Plain(axis.Title), ["font"] = new JsonObject { ["size"] = TitleSize } };
        if (axis.Percent)
            json["tickformat"] = ".0%";
        if (axis.From is not null || axis.To is not null)
            json["range"] = new JsonArray(axis.From, axis.To);
        return json;
    }

    /// <summary>Dates as the page writes them; where few days are shown, none stands there twice.</summary>
    private static JsonObject Dated(JsonObject axis, Figure figure)
    {
        var days = figure.Traces.SelectMany(trace => trace.Points).Select(point => point.X.Moment).OfType<DateTime>().ToList();
        if (days.Count == 0)
            return axis;
        (axis["tickformat"], axis["hoverformat"]) = ("%-d %b", "%a %-d %b");
        if (days.Max() - days.Min() < TimeSpan.FromDays(FewDays))
            axis["dtick"] = TimeSpan.FromDays(1).TotalMilliseconds;
        return axis;
    }

    private static JsonObject Whole(JsonObject axis, Figure figure)
    {
        if (!figure.Y.Whole)
            return axis;
        axis["tickformat"] = ",d";
        if (figure.Traces.SelectMany(trace => trace.Points).Max(point => point.Y) is null or < FewCounts)
            axis["dtick"] = 1;
        return axis;
    }

    private static JsonNode Line(Mark mark) => new JsonObject
    {
        ["type"] = "line",
        ["xref"] = "x",
        ["yref"] = "paper",
        ["x0"] = mark.At.Json(),
        ["x1"] = mark.At.Json(),
        ["y0"] = 0,
        ["y1"] = 1,
        ["line"] = new JsonObject { ["color"] = Colour(mark.Tone), ["width"] = 1.5, ["dash"] = "dash" },
    };

    // The words of two lines that stand close lean away from each other.
    private static string Anchor(int index, int count) => count == 1 ? "center" : index == 0 ? "right" : "left";

    private static JsonObject Word(Mark mark, string anchor) => new JsonObject
    {
        ["xanchor"] = anchor,
        ["xref"] = "x",
        ["yref"] = "paper",
        ["x"] = mark.At.Json(),
        ["y"] = 1,
        ["yanchor"] = "bottom",
        ["showarrow"] = false,
        ["text"] = Plain(mark.Word),
        ["font"] = new JsonObject { ["color"] = Colour(mark.Tone), ["size"] = 11 },
    };

    private static string Colour(Tone tone) => $"token:{(tone == Tone.Neutral ? "muted" : tone.Css())}";
}
