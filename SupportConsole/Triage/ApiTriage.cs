using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Learning;
using SupportConsole.Domain.Triage.Models;
using SupportConsole.Domain.Triage.Text;

namespace SupportConsole.Triage;

/// <summary>What is to be understood.</summary>
/// <param name="Priority">What the sender set explicitly; it wins over every word.</param>
internal sealed record TriageBody(string Text, string? Subject, TriageUrgency? Priority);

/// <summary>A text as it was understood.</summary>
/// <param name="Categories">The probability of each category; they add up to 1.</param>
/// <param name="Trained">What the trained model says; null while the rules answer alone.</param>
internal sealed record ApiTriage(
    ApiSentiment Sentiment, TriageUrgency Urgency, UrgencyReason UrgencyReason, TriageCategory Category, TriageSubcategory? Subcategory,
    IReadOnlyDictionary<string, double> Categories, TriageEmotion Emotion, IReadOnlyList<string> KeyPhrases, ApiFlags Flags, int QuestionCount, string Language,
    IReadOnlyList<ApiEvidence> Evidence, ApiTrainedAnswer? Trained)
{
    private const int MostLabels = 20;

    public static ApiTriage Of(UnderstoodText understood)
    {
        var result = understood.Result;
        return new ApiTriage(
            new ApiSentiment(result.Sentiment.Label, result.Sentiment.Polarity, result.Sentiment.Subjectivity), result.Urgency, result.UrgencyReason, result.Category,
            result.Subcategory == TriageSubcategory.None ? null : result.Subcategory,
            result.Categories.Select((chance, i) => (Name: TriageNames.Of((TriageCategory)i), chance)).ToDictionary(pair => pair.Name, pair => pair.chance),
            result.Emotion, result.KeyPhrases,
            new ApiFlags(result.Flags.HasFlag(TriageFlag.Error), result.Flags.HasFlag(TriageFlag.Code), result.Flags.HasFlag(TriageFlag.Screenshot)),
            result.Questions, TriageNames.Of(result.Language),
            [.. result.Evidence.Select(evidence => new ApiEvidence(evidence.Kind, evidence.Field, evidence.Start, evidence.Length, evidence.Weight))],
            understood.Answer is { } answer
                ? new ApiTrainedAnswer(
                    answer.Version, answer.Given.Label, answer.Given.Confidence, answer.Given.Decision,
                    [.. answer.Chances.Take(MostLabels).Select(chance => new ApiChance(chance.Label, chance.Chance))])
                : null);
    }
}

/// <param name="Polarity">-1 (worst) to 1 (best).</param>
/// <param name="Subjectivity">0 (plain facts) to 1 (all feeling).</param>
internal sealed record ApiSentiment(SentimentLabel Label, double Polarity, double Subjectivity);

internal sealed record ApiFlags(bool ContainsError, bool ContainsCode, bool ContainsScreenshot);

/// <summary>Words that led to a result, as a place in the subject or the body.</summary>
internal sealed record ApiEvidence(EvidenceKind Kind, TextField Field, int Start, int Length, double Weight);

/// <param name="Labels">The likeliest labels, at most twenty.</param>
internal sealed record ApiTrainedAnswer(long Version, string Label, double Confidence, Decision Decision, IReadOnlyList<ApiChance> Labels);

internal sealed record ApiChance(string Label, double Probability);

/// <summary>The version in force.</summary>
/// <param name="Answers">False where its file is missing or damaged: the rules answer alone.</param>
/// <param name="Accuracy">Over the held-out texts that have a label.</param>
/// <param name="AutoShare">The share of these that is answered automatically; <paramref name="AutoPrecision"/> of them are right.</param>
internal sealed record ApiTriageModel(
    long? Version, bool Answers, DateTime? TrainedAt, int? Texts, int? HeldOutTexts, int? Labels, double? Accuracy, double? MacroF1, double? CalibrationError, double? AutoShare, double? AutoPrecision)
{
    public static ApiTriageModel Of(LoadedModel loaded, TriageModel? row) => new(
        row?.Id, row is not null && loaded.Version == row.Id && loaded.Model is not null, row?.TrainedAt, row?.Texts, row?.Quality.Report.Texts, row?.Labels, row?.Quality.Report.Accuracy,
        row?.Quality.Report.MacroF1, row?.Quality.Report.Ece, row?.Quality.Report.AutoShare, row?.Quality.Report.AutoPrecision);
}
