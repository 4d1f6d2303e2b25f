using System.CommandLine;
using System.Globalization;
using SupportConsole.Domain.Evaluation.Texts;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Commands.Evaluate;

/// <summary>Sentiment of texts, learned from labelled ones.</summary>
internal static class EvaluateSentiment
{
    public static Command Command()
    {
        var train = new Option<FileInfo?>("--train") { Description = "A CSV with text and label (positive, neutral, negative) to learn from." };
        var task = new TextTask("sentiment", "Says how pleased texts are.");
        task.Command.Add(train);
        return task.Does<SentimentAnswer>(
            ["label", "score"],
            parsed => parsed.GetValue(train) is { } file ? Trained(file) : Untrained(),
            answer => [answer.Label, answer.Score.ToString("0.0000", CultureInfo.InvariantCulture)],
            (truth, answers) => SentimentScore.Of([.. truth.Select(SentimentAnswer.Name)], answers));
    }

    private static Func<string, SentimentAnswer> Trained(FileInfo file)
    {
        var model = TextModelTraining.Train(TextFiles.ReadLabelled(file.FullName, SentimentAnswer.Name), LearningOptions.Sentiment);
        return text => SentimentAnswer.By(model, text);
    }

    /// <summary>What answers without labelled texts goes here.</summary>
    private static Func<string, SentimentAnswer> Untrained() =>
        throw new InvalidDataException("Sentiment without --train is not there yet: give labelled texts to learn from.");
}
