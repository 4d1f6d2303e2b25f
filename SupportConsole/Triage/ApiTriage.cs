using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Learning;
using SupportConsole.Domain.Triage.Models;
using SupportConsole.Domain.Triage.Text;

namespace SupportConsole.Triage;

/// <summary>What is to be understood.</summary>
/// <param name="Priority">What the sender set explicitly; it wins over every word.</param>
/// <param name="HasImage">An image is attached.</param>
internal sealed record TriageBody(string Text, string? Subject, TriageUrgency? Priority, bool? HasImage);

/// <summary>A text as it was understood.</summary>
/// <param name="Categories">The probability of each category; they add up to 1.</param>
/// <param name="Evidence">The words that led to what the rules found; not to what a trained model chose.</param>
/// <param name="Trained">What the trained model says of what the text is about, with the words that led to it; null while the rules answer alone.</param>
/// <param name="TrainedSentiment">The same of the sentiment, <paramref name="TrainedUrgency"/> of the urgency.</param>
internal sealed record ApiTriage(
    ApiSentiment Sentiment, TriageUrgency Urgency, UrgencyReason UrgencyReason, TriageCategory Category, TriageSubcategory? Subcategory,
    IReadOnlyDictionary<string, double> Categories, TriageEmotion Emotion, IReadOnlyList<string> KeyPhrases, ApiFlags Flags, int QuestionCount, string Language,
    IReadOnlyList<ApiEvidence> Evidence, ApiTrainedAnswer? Trained, ApiTrainedAnswer? TrainedSentiment, ApiTrainedAnswer? TrainedUrgency)
{
    public static ApiTriage Of(in TriageText text, UnderstoodText understood)
    {
        var (result, subject) = (understood.Result, text.Subject.Length);
        return new ApiTriage(
            new ApiSentiment(result.Sentiment.Label, result.Sentiment.Polarity, result.Sentiment.Subjectivity), result.Urgency, result.UrgencyReason, result.Category,
            result.Subcategory == TriageSubcategory.None ? null : result.Subcategory,
            result.Categories.Select((chance, i) => (Name: TriageNames.Of((TriageCategory)i), chance)).ToDictionary(pair => pair.Name, pair => pair.chance),
            result.Emotion, result.KeyPhrases,
            new ApiFlags(result.Flags.HasFlag(TriageFlag.Error), result.Flags.HasFlag(TriageFlag.Code), result.Flags.HasFlag(TriageFlag.Screenshot)),
            result.Questions, TriageNames.Of(result.Language),
            [.. result.Evidence.Select(evidence => new ApiEvidence(evidence.Kind, evidence.Field, evidence.Start, evidence.Length, evidence.Weight))],
            ApiTrainedAnswer.Of(understood.Topic, subject), ApiTrainedAnswer.Of(understood.Sentiment, subject), ApiTrainedAnswer.Of(understood.Urgency, subject));
    }
}

/// <param name="Polarity">-1 (worst) to 1 (best).</param>
/// <param name="Subjectivity">0 (plain facts) to 1 (all feeling).</param>
internal sealed record ApiSentiment(SentimentLabel Label, double Polarity, double Subjectivity);

internal sealed record ApiFlags(bool ContainsError, bool ContainsCode, bool ContainsScreenshot);

/// <summary>Words that led to a result, as a place in the subject or the body.</summary>
internal sealed record ApiEvidence(EvidenceKind Kind, TextField Field, int Start, int Length, double Weight);

/// <param name="Decides">False where the rules answered all the same: they were surer, or asked for more haste; and of what a text is about, where the labels are no categories.</param>
/// <param name="Confidence">That the label is right, over traffic in which some messages belong to no label.</param>
/// <param name="Labels">The likeliest labels, at most twenty: how likely each is if the message belongs to one of them.</param>
/// <param name="Words">The words that led to the label, the weightiest first.</param>
internal sealed record ApiTrainedAnswer(
    long Version, bool Decides, string Label, double Confidence, Decision Decision, IReadOnlyList<ApiChance> Labels, IReadOnlyList<ApiWord> Words)
{
    private const int MostLabels = 20;

    /// <param name="subject">The length of the subject.</param>
    public static ApiTrainedAnswer? Of(TrainedAnswer? answer, int subject) => answer is null ? null : new ApiTrainedAnswer(
        answer.Version, answer.Decides, answer.Given.Label, answer.Given.Confidence, answer.Given.Decision,
        [.. answer.Chances.Take(MostLabels).Select(chance => new ApiChance(chance.Label, chance.Chance))],
        [.. answer.Words.Select(word => ApiWord.Of(word, subject))]);
}

/// <summary>A word that led to the trained label, as a place in the subject or the body.</summary>
/// <param name="Weight">What it added to the log of how much likelier the label is than the next best.</param>
internal sealed record ApiWord(TextField Field, int Start, int Length, double Weight)
{
    /// <param name="subject">The length of the subject: the model reads the body below it.</param>
    public static ApiWord Of(WordWeight word, int subject) => subject > 0 && word.Start > subject
        ? new ApiWord(TextField.Body, word.Start - subject - 1, word.Word.Length, word.Weight)
        : new ApiWord(subject > 0 ? TextField.Subject : TextField.Body, word.Start, word.Word.Length, word.Weight);
}

internal sealed record ApiChance(string Label, double Probability);

/// <summary>The version of a kind in force. What is answered automatically and the calibration error are over all held-out texts; "in scope" are those that have a label.</summary>
/// <param name="Versions">Which version answers of each kind; null where the rules answer alone.</param>
/// <param name="Answers">False where its file is missing or damaged: the rules answer alone.</param>
/// <param name="HeldOutTexts">Held-out texts that have a label; <paramref name="Strangers"/> have none.</param>
/// <param name="Accuracy">Over the held-out texts that have a label.</param>
/// <param name="AutoShare">The share that is answered automatically; <paramref name="AutoPrecision"/> of them are right, and <paramref name="PromisedPrecision"/> was chosen.</param>
/// <param name="StrangersAnswered">Of the texts that have no label, the share that is answered automatically; null without such texts.</param>
internal sealed record ApiTriageModel(
    LabelKind Kind, ApiVersions Versions, long? Version, bool Answers, DateTime? TrainedAt, int? Texts, int? HeldOutTexts, int? Strangers, int? Labels, double? Accuracy, double? MacroF1, double? CalibrationError,
    double? CalibrationErrorInScope, double? AutoShare, double? AutoPrecision, double? AutoShareInScope, double? AutoPrecisionInScope, double? StrangersAnswered, double? PromisedPrecision)
{
    public static ApiTriageModel Of(LabelKind kind, LoadedModels models, TriageModel? row)
    {
        var loaded = models[kind];
        var report = row?.Quality.Report;
        return new ApiTriageModel(
            kind, new ApiVersions(Answering(models.Topic), Answering(models.Sentiment), Answering(models.Urgency)), row?.Id, row is not null && loaded.Version == row.Id && loaded.Model is not null, row?.TrainedAt, row?.Texts, report?.Texts, report?.Strangers, row?.Labels, report?.Accuracy,
            report?.MacroF1, report?.Ece, report?.EceInScope, report?.AutoShare, report?.AutoPrecision, report?.AutoShareInScope, report?.AutoPrecisionInScope,
            report is { Strangers: > 0 } ? report.StrangersAnswered : null, row?.Quality.Promise.Precision);
    }

    private static long? Answering(LoadedModel loaded) => loaded.Model is null ? null : loaded.Version;
}

internal sealed record ApiVersions(long? Topic, long? Sentiment, long? Urgency);
