using System.ComponentModel.DataAnnotations;

namespace SupportConsole.Domain.Triage;

/// <summary>How a message is judged without any training. Section "Triage".</summary>
public sealed class TriageOptions
{
    /// <summary>From this polarity down a text counts as negative: one clearly negative word in a short message reaches it.</summary>
    [Range(-1.0, 0.0)]
    public double NegativeAt { get; set; } = -0.3;

    /// <summary>From this polarity up a text counts as positive, as far from neutral as <see cref="NegativeAt"/>.</summary>
    [Range(0.0, 1.0)]
    public double PositiveAt { get; set; } = 0.3;

    /// <summary>Under this polarity a message is urgent even when it does not say so: that angry, nobody waits.</summary>
    [Range(-1.0, 0.0)]
    public double UrgentBelow { get; set; } = -0.5;

    /// <summary>How many times likelier one point of a keyword makes a category, as a logarithm: two good keywords give a clear lead, one does not make it certain.</summary>
    [Range(0.1, 5.0)]
    public double KeywordStrength { get; set; } = 0.6;

    /// <summary>A keyword in the subject counts this many times one in the body: a subject names what it is about.</summary>
    [Range(1.0, 5.0)]
    public double SubjectWeight { get; set; } = 1.5;

    /// <summary>Words of a message that are read: more is a pasted log, and its beginning says what it is.</summary>
    [Range(100, 1_000_000)]
    public int MostWords { get; set; } = 20_000;
}
