using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Languages;
using SupportConsole.Domain.Triage.Rules;
using SupportConsole.Domain.Triage.Sentiment;
using SupportConsole.Domain.Triage.Text;
using SupportConsole.Domain.Triage.Words;

namespace SupportConsole.Domain.Triage;

/// <summary>
/// Understands one message from its words alone, in Dutch and English: the same text always gives the same answer, for any text.
/// <paramref name="model"/> takes the place of the rules for category, sentiment and urgency once a workspace has labelled history.
/// </summary>
public sealed class TicketTriage(TriageOptions options, LabelModel? model = null)
{
    /// <summary>How urgent a polarity, and which label: <see cref="TriageOptions.NegativeAt"/> and <see cref="TriageOptions.PositiveAt"/>.</summary>
    public SentimentLabel Label(double polarity) =>
        polarity <= options.NegativeAt ? SentimentLabel.Negative : polarity >= options.PositiveAt ? SentimentLabel.Positive : SentimentLabel.Neutral;

    public TriageResult Read(in TriageText text)
    {
        var language = LanguageGuess.Of(text.Subject, text.Body);
        using var reading = new TextReading(text, language, options.MostWords);
        var evidence = new List<TriageEvidence>();
        var sentiment = Sentiment(text, reading, evidence);
        var (urgency, reason, match) = Urgency(text, reading, sentiment.Polarity);
        if (match >= 0)
            evidence.Add(reading.Evidence(EvidenceKind.Urgency, reading.Matches[match]));
        var flags = FlagRules.Find(text, reading.Tokens, reading.Matches);
        var probabilities = CategoryRules.Probabilities(reading.Tokens, reading.Matches, flags, options);
        model?.Invoke(LabelKind.Topic, text, probabilities);
        var category = (TriageCategory)Array.IndexOf(probabilities, probabilities.Max());
        var emotion = EmotionRules.Find(reading.Tokens, reading.Matches, sentiment.Label);
        reading.Explain(category, emotion, evidence);
        return new TriageResult(
            sentiment, urgency, reason, category, CategoryRules.Subcategory(category, reading.Tokens, reading.Matches), probabilities,
            emotion, KeyPhrases.Find(text, reading.Tokens, RuleBook.Instance), flags, reading.Questions, language, evidence);
    }

    /// <summary>The sentiment alone and by the rules alone, for many texts.</summary>
    public SentimentResult Sentiment(string text)
    {
        var whole = new TriageText("", text);
        using var reading = new TextReading(whole, LanguageGuess.Of(text), options.MostWords);
        var sentiment = reading.Sentiment(null);
        return new SentimentResult(sentiment.Polarity, sentiment.Subjectivity, Label(sentiment.Polarity));
    }

    /// <summary>
    /// A trained model gives the label. The polarity lies halfway between how much likelier positive is than negative and what the words say, in the label's
    /// part of the scale: a model is as sure of a mild complaint as of an angry one. How much of a text is feeling is always the rules'.
    /// </summary>
    private SentimentResult Sentiment(in TriageText text, in TextReading reading, List<TriageEvidence> evidence)
    {
        Span<double> chances = stackalloc double[(int)SentimentLabel.Positive + 1];
        var byModel = model?.Invoke(LabelKind.Sentiment, text, chances) ?? false;
        var rules = reading.Sentiment(byModel ? null : evidence);
        if (!byModel)
            return new SentimentResult(rules.Polarity, rules.Subjectivity, Label(rules.Polarity));
        var label = (SentimentLabel)Likeliest(chances);
        var polarity = (chances[(int)SentimentLabel.Positive] - chances[(int)SentimentLabel.Negative] + rules.Polarity) / 2;
        polarity = label switch
        {
            SentimentLabel.Negative => Math.Clamp(polarity, -1, options.NegativeAt),
            SentimentLabel.Positive => Math.Clamp(polarity, options.PositiveAt, 1),
            _ => Math.Clamp(polarity, options.NegativeAt, options.PositiveAt),
        };
        return new SentimentResult(polarity, rules.Subjectivity, label, ByModel: true);
    }

    /// <summary>A trained model gives the level, but never less than a rule asks for; what the sender set explicitly wins over both.</summary>
    private (TriageUrgency Urgency, UrgencyReason Reason, int Match) Urgency(in TriageText text, in TextReading reading, double polarity)
    {
        var rules = UrgencyRules.Find(text.Priority, reading.Tokens, reading.Matches, polarity, options);
        Span<double> chances = stackalloc double[(int)TriageUrgency.Critical + 1];
        if (rules.Reason == UrgencyReason.ExplicitPriority || model?.Invoke(LabelKind.Urgency, text, chances) != true)
            return rules;
        var learned = (TriageUrgency)Likeliest(chances);
        return rules.Reason == UrgencyReason.Nothing || learned >= rules.Urgency ? (learned, UrgencyReason.Model, -1) : rules;
    }

    private static int Likeliest(ReadOnlySpan<double> chances)
    {
        var best = 0;
        for (var i = 1; i < chances.Length; i++)
            best = chances[i] > chances[best] ? i : best;
        return best;
    }
}
