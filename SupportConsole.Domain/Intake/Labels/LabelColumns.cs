using SupportConsole.Domain.Triage.Labels;

namespace SupportConsole.Domain.Intake.Labels;

/// <summary>Which column of a file is the text, and which say what it is; <see cref="None"/> where no column does.</summary>
public sealed record LabelColumns(int Text, int Topic, int Sentiment = LabelColumns.None, int Urgency = LabelColumns.None)
{
    public const int None = -1;

    public int this[LabelKind kind] => kind switch
    {
        LabelKind.Sentiment => Sentiment,
        LabelKind.Urgency => Urgency,
        _ => Topic,
    };

    /// <summary>The kinds that a column was chosen for.</summary>
    public IEnumerable<LabelKind> Kinds => LabelKinds.All.Where(kind => this[kind] != None);

    /// <summary>The text and one thing at least that is said of it, each in a column of its own.</summary>
    public bool IsWhole => Text != None && Kinds.Any() && AreApart;

    /// <summary>No column is chosen twice.</summary>
    public bool AreApart
    {
        get
        {
            var chosen = Kinds.Select(kind => this[kind]).Append(Text).Where(column => column != None).ToList();
            return chosen.Distinct().Count() == chosen.Count;
        }
    }

    internal int Last => Kinds.Select(kind => this[kind]).Append(Text).Max();

    public LabelColumns With(LabelKind kind, int column) => kind switch
    {
        LabelKind.Sentiment => this with { Sentiment = column },
        LabelKind.Urgency => this with { Urgency = column },
        _ => this with { Topic = column },
    };
}
