using SupportConsole.Domain.Triage.Text;

namespace SupportConsole.Domain.Triage;

/// <summary>All that triage tells about one text.</summary>
/// <param name="Categories">The probability of every <see cref="TriageCategory"/>, by its number; they add up to 1.</param>
/// <param name="KeyPhrases">At most ten, of at most four words, the most telling first.</param>
/// <param name="Evidence">The words in the text that led to what the rules found.</param>
public sealed record TriageResult(
    SentimentResult Sentiment,
    TriageUrgency Urgency,
    UrgencyReason UrgencyReason,
    TriageCategory Category,
    TriageSubcategory Subcategory,
    IReadOnlyList<double> Categories,
    TriageEmotion Emotion,
    IReadOnlyList<string> KeyPhrases,
    TriageFlag Flags,
    int Questions,
    TextLanguage Language,
    IReadOnlyList<TriageEvidence> Evidence);

/// <param name="Polarity">-1 (worst) to 1 (best).</param>
/// <param name="Subjectivity">0 (plain facts) to 1 (all feeling).</param>
/// <param name="ByModel">The label is a trained model's, and moved the polarity.</param>
public readonly record struct SentimentResult(double Polarity, double Subjectivity, SentimentLabel Label, bool ByModel = false);

/// <summary>Words that led to a result.</summary>
/// <param name="Start">Where they begin in their field.</param>
/// <param name="Weight">How much they counted: the valence for a sentiment, the weight of the rule for all else.</param>
public readonly record struct TriageEvidence(EvidenceKind Kind, TextField Field, int Start, int Length, double Weight);

public enum EvidenceKind : byte
{
    Sentiment,
    Urgency,
    Category,
    Emotion,
    Flag,
}

/// <summary>Why a message is as urgent as it is.</summary>
public enum UrgencyReason : byte
{
    Nothing,
    ExplicitPriority,
    Words,
    BusinessImpact,
    Polarity,

    /// <summary>A trained model says so, and no rule asks for more haste.</summary>
    Model,
}
