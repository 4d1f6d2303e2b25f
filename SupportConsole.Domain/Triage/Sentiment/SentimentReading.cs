namespace SupportConsole.Domain.Triage.Sentiment;

/// <summary>How a text feels.</summary>
/// <param name="Polarity">-1 (worst) to 1 (best).</param>
/// <param name="Subjectivity">0 (plain facts) to 1 (all feeling).</param>
internal readonly record struct SentimentReading(double Polarity, double Subjectivity);

/// <summary>One word or phrase that carried feeling, with its valence after negation, boosters and capitals.</summary>
internal readonly record struct Feeling(int First, int Count, float Valence);
