namespace SupportConsole.Domain.Triage;

/// <summary>What is triaged: one message, or the first message of a ticket.</summary>
/// <param name="Priority">What the sender set explicitly; it wins over every word.</param>
/// <param name="HasImage">An image is attached.</param>
public readonly record struct TriageText(string Subject, string Body, TriageUrgency? Priority = null, bool HasImage = false);

/// <summary>
/// A trained model in place of the keyword rules: is given the probability of every <see cref="TriageCategory"/> by the rules, and puts its own in their
/// place, or leaves them where it cannot tell.
/// </summary>
public delegate void CategoryModel(in TriageText text, Span<double> probabilities);
