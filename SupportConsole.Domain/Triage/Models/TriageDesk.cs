using Microsoft.Extensions.Options;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Triage.Models;

/// <summary>Reads a text with all that is in force, and says why: for a person who looks.</summary>
public sealed class TriageDesk(TicketTriage triage, ModelInForce inForce, IOptionsMonitor<TrainingOptions> options)
{
    /// <summary>A word that adds less than this to the log of the answer's lead did not decide it.</summary>
    private const double Telling = 0.15;

    /// <summary>So many words explain an answer; more would mark the whole text.</summary>
    private const int MostWords = 8;

    /// <param name="explain">Whether the words that led to the trained answers are looked for, which costs a reading for each.</param>
    public UnderstoodText Read(in TriageText text, bool explain)
    {
        var (models, result, own) = (inForce.Now, triage.Read(text), ModelText.Of(text));
        var topic = Answer(models.Topic, own, models.Topic.IsInPlaceOfRules, explain);
        if (topic is { Decides: true })
        {
            result = result with { Evidence = [.. result.Evidence.Where(evidence => evidence.Kind != EvidenceKind.Category)] }; // The model's words led to it, not the rules'.
            // What the rules still say of the other categories is heard: an answer that they make doubtful does not go out by itself.
            if (topic.Given.Decision == Decision.Auto && TriageNames.CategoryOf(topic.Given.Label) != result.Category)
                topic = topic with { Given = topic.Given with { Decision = Decision.Suggest } };
        }

        return new UnderstoodText(
            result, topic,
            Answer(models.Sentiment, own, result.Sentiment.ByModel, explain && result.Sentiment.ByModel),
            Answer(models.Urgency, own, result.UrgencyReason == UrgencyReason.Model, explain && result.UrgencyReason == UrgencyReason.Model),
            own.IsLonger);
    }

    private TrainedAnswer? Answer(LoadedModel loaded, ModelText own, bool decides, bool explain)
    {
        if (loaded is not { Version: { } version, Model: { } model })
            return null;
        IReadOnlyList<WordWeight> words = explain
            ? [.. Explanation.Of(model, own.Text).Where(word => word.Weight >= Telling).Take(MostWords).Select(word => word with { Start = own.Whole(word.Start) })] : [];
        var given = model.Classify(own.Text);
        if (given.Confidence < options.CurrentValue.SuggestFrom)
            given = given with { Decision = Decision.Escalate };
        return new TrainedAnswer(loaded.Kind, version, decides, given, model.Chances(own.Text), words);
    }
}

/// <summary>A text as it was understood.</summary>
/// <param name="Topic">What the trained model says of what it is about; null without one. So are <paramref name="Sentiment"/> and <paramref name="Urgency"/>.</param>
/// <param name="IsLonger">A trained model reads only its beginning, up to <see cref="TextModel.MostCharacters"/>.</param>
public sealed record UnderstoodText(TriageResult Result, TrainedAnswer? Topic, TrainedAnswer? Sentiment, TrainedAnswer? Urgency, bool IsLonger)
{
    public IEnumerable<TrainedAnswer> Answers => new[] { Topic, Sentiment, Urgency }.OfType<TrainedAnswer>();
}

/// <summary>What a trained model says.</summary>
/// <param name="Decides">The result is the model's. Else its labels are intents beside the category, or the rules had more to say of the sentiment or the urgency.</param>
/// <param name="Chances">Every label, the likeliest first.</param>
/// <param name="Words">The words that led to it, as places in the whole text, the weightiest first.</param>
public sealed record TrainedAnswer(LabelKind Kind, long Version, bool Decides, Classification Given, IReadOnlyList<LabelChance> Chances, IReadOnlyList<WordWeight> Words);
