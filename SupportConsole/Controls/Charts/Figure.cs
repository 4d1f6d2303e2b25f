namespace SupportConsole.Controls.Charts;

/// <summary>What a chart shows. Names and words are plain text: they are made safe on their way to Plotly.</summary>
public sealed record Figure(params IReadOnlyList<Trace> Traces)
{
    public Axis X { get; init; } = new("");

    public Axis Y { get; init; } = new("");

    /// <summary>Upright lines with a word: "accepted", "median".</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    public int Height { get; init; } = 210;

    /// <summary>Each point speaks for itself on hover, where x is a measure and not a time that the series share.</summary>
    public bool Scattered { get; init; }

    /// <summary>Off where direct labels or the title already say what is what.</summary>
    public bool Legend { get; init; }
}

/// <param name="Title">Also the heading of the table's first column, for x.</param>
/// <param name="Format">A .NET format for the table ("d MMM", "N0"); the chart chooses its own ticks.</param>
public sealed record Axis(string Title, string? Format = null)
{
    /// <summary>Values are shares 0..1, shown as percentages.</summary>
    public bool Percent { get; init; }

    /// <summary>Values are counts: no tick lies between two of them.</summary>
    public bool Whole { get; init; }

    public double? From { get; init; }

    public double? To { get; init; }
}

/// <summary>An upright line across the chart, with its word at the top.</summary>
public sealed record Mark(ChartX At, string Word, Tone Tone = Tone.Neutral);

public readonly record struct ChartPoint(ChartX X, double? Y);

/// <summary>The interval around one point.</summary>
public readonly record struct BandPoint(ChartX X, double Low, double High);
