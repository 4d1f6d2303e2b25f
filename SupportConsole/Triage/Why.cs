using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Models;

namespace SupportConsole.Triage;

/// <summary>What a word in a text led to.</summary>
public enum WhyKind { Urgency, Sentiment, Emotion, Category, Intent, Flag }

/// <summary>A place in the text and what it led to.</summary>
/// <param name="Weight">Negative for a word that is felt as bad, 0 for one that is felt as neither; how much it counted.</param>
public sealed record Why(WhyKind Kind, int Start, int Length, double Weight)
{
    /// <summary>All of them, in the order of the text.</summary>
    public static IReadOnlyList<Why> Of(UnderstoodText understood)
    {
        var rules = understood.Result.Evidence.Select(evidence => new Why(KindOf(evidence.Kind), evidence.Start, evidence.Length, evidence.Weight));
        var words = understood.Answers.SelectMany(answer => answer.Words.Select(word => new Why(KindOf(answer), word.Start, word.Word.Length, WeightOf(answer, word.Weight))));
        return [.. rules.Concat(words).OrderBy(why => why.Start).ThenBy(why => why.Kind)];
    }

    private static WhyKind KindOf(TrainedAnswer answer) => answer.Kind switch
    {
        LabelKind.Sentiment => WhyKind.Sentiment,
        LabelKind.Urgency => WhyKind.Urgency,
        _ => answer.Decides ? WhyKind.Category : WhyKind.Intent,
    };

    /// <summary>What speaks for a sentiment is felt as that sentiment.</summary>
    private static double WeightOf(TrainedAnswer answer, double weight) => answer.Kind != LabelKind.Sentiment ? weight : TriageNames.SentimentOf(answer.Given.Label) switch
    {
        SentimentLabel.Negative => -weight,
        SentimentLabel.Neutral => 0,
        _ => weight,
    };

    private static WhyKind KindOf(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Sentiment => WhyKind.Sentiment,
        EvidenceKind.Urgency => WhyKind.Urgency,
        EvidenceKind.Category => WhyKind.Category,
        EvidenceKind.Emotion => WhyKind.Emotion,
        _ => WhyKind.Flag,
    };
}

/// <summary>A stretch of the text that led to the same things from its begin to its end; to nothing, mostly.</summary>
public sealed record Stretch(string Text, IReadOnlyList<Why> Whys)
{
    public static IReadOnlyList<Stretch> Of(string text, IReadOnlyList<Why> whys)
    {
        var inside = whys.Where(why => why.Length > 0 && why.Start >= 0 && why.Start + why.Length <= text.Length).ToList();
        var edges = inside.SelectMany(why => (int[])[why.Start, why.Start + why.Length]).Append(0).Append(text.Length).Distinct().Order().ToList();
        return [.. edges.Zip(edges.Skip(1), (from, to) => new Stretch(text[from..to], [.. inside.Where(why => why.Start <= from && why.Start + why.Length >= to)]))];
    }
}
