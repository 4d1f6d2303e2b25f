namespace SupportConsole.Domain.Triage.Labels;

/// <summary>What a label says of a text. Each kind is learned by a model of its own.</summary>
public enum LabelKind : byte
{
    /// <summary>What it is about, in any words of the workspace.</summary>
    Topic,

    /// <summary>How it feels: a <see cref="SentimentLabel"/>.</summary>
    Sentiment,

    /// <summary>How soon somebody must look: a <see cref="TriageUrgency"/>.</summary>
    Urgency,
}

/// <summary>The labels of the kinds that have a fixed set.</summary>
public static class LabelKinds
{
    public static readonly IReadOnlyList<LabelKind> All = Enum.GetValues<LabelKind>();

    private static readonly string[] Sentiments = [.. Enum.GetValues<SentimentLabel>().Select(TriageNames.Of)];
    private static readonly string[] Urgencies = [.. Enum.GetValues<TriageUrgency>().Select(TriageNames.Of)];

    /// <summary>What people write in Dutch; English writes the names themselves.</summary>
    private static readonly Dictionary<string, string> Written = new(StringComparer.OrdinalIgnoreCase)
    {
        ["negatief"] = "negative",
        ["neutraal"] = "neutral",
        ["positief"] = "positive",
        ["laag"] = "low",
        ["midden"] = "medium",
        ["gemiddeld"] = "medium",
        ["hoog"] = "high",
        ["kritiek"] = "critical",
        ["kritisch"] = "critical",
    };

    /// <summary>The labels that a kind can have, in the order of their enum; empty where people make their own.</summary>
    public static IReadOnlyList<string> Fixed(LabelKind kind) => kind switch
    {
        LabelKind.Sentiment => Sentiments,
        LabelKind.Urgency => Urgencies,
        _ => [],
    };

    /// <summary>The label of a fixed set that somebody wrote, in Dutch or English; null where it is none of them.</summary>
    public static string? Known(LabelKind kind, string written)
    {
        var name = Written.GetValueOrDefault(written.Trim(), written.Trim());
        return Fixed(kind).FirstOrDefault(label => label.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>As files, addresses and programs call it: "topic".</summary>
    public static string Name(LabelKind kind) => kind switch
    {
        LabelKind.Sentiment => "sentiment",
        LabelKind.Urgency => "urgency",
        _ => "topic",
    };

    /// <summary>The kind of that name; null for any other word.</summary>
    public static LabelKind? Named(string? name) => All.Cast<LabelKind?>().FirstOrDefault(kind => Name(kind!.Value) == name);
}
