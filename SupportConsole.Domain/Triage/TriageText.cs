using SupportConsole.Domain.Triage.Labels;

namespace SupportConsole.Domain.Triage;

/// <summary>What is triaged: one message, or the first message of a ticket.</summary>
/// <param name="Priority">What the sender set explicitly; it wins over every word.</param>
/// <param name="HasImage">An image is attached.</param>
public readonly record struct TriageText(string Subject, string Body, TriageUrgency? Priority = null, bool HasImage = false);

/// <summary>
/// Trained models in place of the rules, one for each kind of label: is given the probability of every <see cref="TriageCategory"/> by the rules, or room for
/// those of every <see cref="SentimentLabel"/> or <see cref="TriageUrgency"/>, and puts its own there; false where it cannot tell, and the rules' stays.
/// </summary>
public delegate bool LabelModel(LabelKind kind, in TriageText text, Span<double> probabilities);
