using System.Globalization;
using System.Text.Json.Nodes;

namespace SupportConsole.Controls.Charts;

/// <summary>Where on the x axis: a moment (on the workspace's clock), a number or a word.</summary>
public readonly record struct ChartX
{
    private readonly object _value;

    private ChartX(object value) => _value = value;

    public static implicit operator ChartX(DateTime moment) => new(moment);

    public static implicit operator ChartX(double number) => new(number);

    public static implicit operator ChartX(string word) => new(word);

    /// <summary>As the table shows it.</summary>
    public string Text(string? format) => _value switch
    {
        IFormattable value => value.ToString(format, CultureInfo.CurrentCulture),
        _ => (string)_value,
    };

    /// <summary>The moment, when it is one.</summary>
    internal DateTime? Moment => _value as DateTime?;

    internal JsonNode Json() => _value switch
    {
        // Without a zone: Plotly draws the digits it is given.
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        double number => number,
        _ => FigureJson.Plain((string)_value),
    };
}
