using SupportConsole.Domain.Triage.Languages;
using SupportConsole.Domain.Triage.Rules;
using SupportConsole.Domain.Triage.Sentiment;
using SupportConsole.Domain.Triage.Text;
using SupportConsole.Domain.Triage.Words;

namespace SupportConsole.Domain.Triage;

/// <summary>
/// Understands one message from its words alone, in Dutch and English: the same text always gives the same answer, for any text.
/// <paramref name="model"/> takes the place of the keyword rules for the category once a workspace has labelled history.
/// </summary>
public sealed class TicketTriage(TriageOptions options, CategoryModel? model = null)
{
    /// <summary>How urgent a polarity, and which label: <see cref="TriageOptions.NegativeAt"/> and <see cref="TriageOptions.PositiveAt"/>.</summary>
    public SentimentLabel Label(double polarity) =>
        polarity <= options.NegativeAt ? SentimentLabel.Negative : polarity >= options.PositiveAt ? SentimentLabel.Positive : SentimentLabel.Neutral;

    public TriageResult Read(in TriageText text)
    {
        var language = LanguageGuess.Of(text.Subject, text.Body);
        using var reading = new TextReading(text, language, options.MostWords);
        var evidence = new List<TriageEvidence>();
        var sentiment = reading.Sentiment(evidence);
        var label = Label(sentiment.Polarity);
        var (urgency, reason, match) = UrgencyRules.Find(text.Priority, reading.Tokens, reading.Matches, sentiment.Polarity, options);
        if (match >= 0)
            evidence.Add(reading.Evidence(EvidenceKind.Urgency, reading.Matches[match]));
        var flags = FlagRules.Find(text, reading.Tokens, reading.Matches);
        var probabilities = CategoryRules.Probabilities(reading.Tokens, reading.Matches, flags, options);
        model?.Invoke(text, probabilities);
        var category = (TriageCategory)Array.IndexOf(probabilities, probabilities.Max());
        var emotion = EmotionRules.Find(reading.Tokens, reading.Matches, label);
        reading.Explain(category, emotion, evidence);
        return new TriageResult(
            new SentimentResult(sentiment.Polarity, sentiment.Subjectivity, label), urgency, reason, category, CategoryRules.Subcategory(category, reading.Matches), probabilities,
            emotion, KeyPhrases.Find(text, reading.Tokens, RuleBook.Instance), flags, reading.Questions, language, evidence);
    }

    /// <summary>The sentiment alone, for many texts.</summary>
    public SentimentResult Sentiment(string text)
    {
        var whole = new TriageText("", text);
        using var reading = new TextReading(whole, LanguageGuess.Of(text), options.MostWords);
        var sentiment = reading.Sentiment(null);
        return new SentimentResult(sentiment.Polarity, sentiment.Subjectivity, Label(sentiment.Polarity));
    }
}
