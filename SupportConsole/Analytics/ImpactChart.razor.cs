using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Controls;
using SupportConsole.Controls.Charts;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Suggestions;

namespace SupportConsole.Analytics;

public sealed partial class ImpactChart
{
    /// <summary>Verdicts in the order of the legend, each with a colour and a shape of its own.</summary>
    private static readonly (Verdict Verdict, int Series, MarkerShape Shape)[] Looks =
    [
        (Verdict.Held, 3, MarkerShape.Circle),
        (Verdict.NotHeld, 4, MarkerShape.Cross),
        (Verdict.SideEffect, 2, MarkerShape.Diamond),
        (Verdict.TooLittleData, 5, MarkerShape.Ring),
    ];

    private IReadOnlyList<ImpactRow>? _rows;
    private Figure _figure = new();

    /// <summary>The newest judged cards.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ImpactRow> Rows { get; set; } = [];

    /// <summary>How many were judged.</summary>
    [Parameter, EditorRequired]
    public int Judged { get; set; }

    [Inject]
    private SuggestionWording Wording { get; set; } = default!;

    [Inject]
    private IStringLocalizer<AnalyticsWords> Words { get; set; } = default!;

    private IReadOnlyList<ImpactRow> Drawn { get; set; } = [];

    private string Counted => Rows.Count > Drawn.Count ? $"{Newest} · {Words["NotDrawn", Rows.Count - Drawn.Count]}" : Newest;

    private string Newest => Judged > Rows.Count ? Words["NewestOf", Rows.Count, Judged] : Words["JudgedCards", Judged];

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_rows, Rows))
            return;
        _rows = Rows;
        Drawn = [.. Rows.Where(row => row.Apply is { AfterTotal: > 0 })];
        _figure = Draw();
    }

    private Figure Draw()
    {
        var most = Drawn.Count == 0 ? 10 : Math.Max(10, Drawn.Max(row => row.Predicted.Points));
        return new Figure([
            new LineTrace(Words["AsPromised"], [new(0, 0), new(most, most)], 5) { Guide = true, Dashed = true },
            .. Looks.Select(Trace).Where(trace => trace.Points.Count > 0)])
        {
            X = new(Words["PromisedPoints"]) { From = 0, To = most * 1.05 },
            Y = new(Words["MeasuredPoints"]),
            Height = 320,
            Legend = true,
            Scattered = true,
        };
    }

    private MarkerTrace Trace((Verdict Verdict, int Series, MarkerShape Shape) look)
    {
        var cards = Drawn.Where(row => row.Verdict == look.Verdict).ToList();
        return new MarkerTrace(Wording.Verdict(look.Verdict), [.. cards.Select(row => new ChartPoint(row.Predicted.Points, row.Apply!.Points))], look.Series)
        {
            Shape = look.Shape,
            Words = [.. cards.Select(row => (string)Words[
                "PointText", row.ProjectName, Wording.Title(row.Cause, row.Field, row.FieldLabel),
                Signed.Text(row.Predicted.Points, 0), Signed.Text(row.Apply!.Points, 0), Signed.Text(row.Apply.Low, 0), Signed.Text(row.Apply.High, 0)])],
            Bars = [.. cards.Select(row => (row.Apply!.Low, row.Apply.High))],
        };
    }
}
