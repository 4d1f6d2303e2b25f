namespace SupportConsole.Controls.Charts;

/// <summary>One series. Series 1 to 5 are the colours of the tokens, told apart by colour-blind eyes.</summary>
public abstract record Trace(string Name, IReadOnlyList<ChartPoint> Points, int Series);

/// <summary>A line through points; a missing value is a gap, not a zero.</summary>
public sealed record LineTrace(string Name, IReadOnlyList<ChartPoint> Points, int Series = 1) : Trace(Name, Points, Series)
{
    /// <summary>A soft area down to zero.</summary>
    public bool Filled { get; init; }

    /// <summary>For what is forecast or predicted and not measured.</summary>
    public bool Dashed { get; init; }

    /// <summary>A line to read the others by, such as "as promised": not a number of its own, so the table leaves it out.</summary>
    public bool Guide { get; init; }

    /// <summary>The interval around the line.</summary>
    public IReadOnlyList<BandPoint> Band { get; init; } = [];
}

public sealed record BarTrace(string Name, IReadOnlyList<ChartPoint> Points, int Series = 1) : Trace(Name, Points, Series);

/// <summary>Points alone, say measured verdicts over a line of predictions.</summary>
public sealed record MarkerTrace(string Name, IReadOnlyList<ChartPoint> Points, int Series = 1) : Trace(Name, Points, Series)
{
    /// <summary>What each point is, shown on hover; as many as there are points, or none.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The interval of each point, drawn as an upright bar through it; as many as there are points, or none.</summary>
    public IReadOnlyList<(double Low, double High)> Bars { get; init; } = [];

    /// <summary>Series that differ in colour differ in shape too.</summary>
    public MarkerShape Shape { get; init; }
}

public enum MarkerShape { Circle, Cross, Diamond, Ring }
