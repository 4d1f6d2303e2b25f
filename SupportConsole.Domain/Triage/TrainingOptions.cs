using System.ComponentModel.DataAnnotations;

namespace SupportConsole.Domain.Triage;

/// <summary>How the classifier learns from labelled texts. Section "Training".</summary>
public sealed class TrainingOptions
{
    /// <summary>Fewer labelled texts than this make a model that is worse than the rules, and a held-out part that says nothing.</summary>
    [Range(10, 1_000_000)]
    public int LeastTexts { get; set; } = 50;

    /// <summary>Texts that one training takes, the newest of every label: the memory of training grows with them, some 4 kB each, and what is learned hardly does.</summary>
    [Range(100, 500_000)]
    public int MostTexts { get; set; } = 50_000;

    /// <summary>Versions that are kept to go back to, beside the one in force; each is a file of some 10 MB.</summary>
    [Range(1, 100)]
    public int KeepModels { get; set; } = 10;

    /// <summary>Largest file of labelled texts, in bytes: it is read as a whole.</summary>
    [Range(1_000, 500_000_000)]
    public long MaxFileBytes { get; set; } = 50_000_000;

    /// <summary>Texts added in one commit: enough to pay for the flush, few enough that a live call does not wait.</summary>
    [Range(1, 5_000)]
    public int TextsPerCommit { get; set; } = 500;

    /// <summary>A trained sentiment or urgency less sure than this leaves the answer to the rules: likelier wrong than right, it would be worse than none.</summary>
    [Range(0, 1)]
    public double SureFrom { get; set; } = 0.5;

    /// <summary>A label less sure than this is not suggested, and the message is left to a person: a suggestion that is mostly wrong costs more time to read than it saves.</summary>
    [Range(0, 1)]
    public double SuggestFrom { get; set; } = 0.4;

    /// <summary>Of the messages that are answered automatically, the share whose label must be right. One in twenty is what people do themselves.</summary>
    [Range(0.5, 0.999)]
    public double Precision { get; set; } = 0.95;

    /// <summary>The share of the traffic taken to belong to no label, at least: files gathered by label hold fewer such texts than the traffic does.</summary>
    [Range(0, 0.9)]
    public double OutOfScopeShare { get; set; } = 0.18;

    /// <summary>The most of them that may be answered automatically, where examples are known: such an answer is about something nobody asked.</summary>
    [Range(0, 1)]
    public double OutOfScopeAnswered { get; set; } = 0.07;
}
