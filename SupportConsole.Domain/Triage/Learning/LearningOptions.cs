using SupportConsole.Domain.Triage.Labels;

namespace SupportConsole.Domain.Triage.Learning;

/// <summary>How a model is trained. What holds for every set of texts is a constant beside what it steers.</summary>
public sealed record LearningOptions
{
    /// <summary>The label of a text that belongs to no label, in any file.</summary>
    public const string OutOfScope = "oos";

    /// <summary>Of the messages that are answered automatically, the share whose label must be right. One in twenty is what people do themselves.</summary>
    public double Precision { get; init; } = 0.95;

    /// <summary>
    /// The share of the traffic that is taken to belong to no label, at least. Files that people gather by label hold fewer such texts
    /// than the traffic does; too low a share here answers strangers.
    /// </summary>
    public double OutOfScopeShare { get; init; } = 0.18;

    /// <summary>
    /// The most of them that may be answered automatically, where examples are known: precision alone would let a quarter of them through
    /// once everything else is right, and such an answer is about something the customer never asked.
    /// </summary>
    public double OutOfScopeAnswered { get; init; } = 0.07;

    /// <summary>The same seed and texts give the same model.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Weighs every label alike (macro F1) instead of every text (accuracy): for few labels of very different sizes.</summary>
    public bool EveryLabelAlike { get; init; }

    /// <summary>With <see cref="EveryLabelAlike"/>: a label of which at least <see cref="FloorRecall"/> must be found.</summary>
    public string? FloorLabel { get; init; }

    public double FloorRecall { get; init; } = 0.9;

    /// <summary>How the labels of a kind are weighed: of sentiment and urgency the rare ones are those that matter.</summary>
    public static LearningOptions Of(LabelKind kind) => kind switch
    {
        LabelKind.Sentiment => Sentiment,
        LabelKind.Urgency => new LearningOptions { EveryLabelAlike = true },
        _ => new LearningOptions(),
    };

    public static LearningOptions Sentiment { get; } = new() { EveryLabelAlike = true, FloorLabel = "negative", FloorRecall = 0.915 };
}
