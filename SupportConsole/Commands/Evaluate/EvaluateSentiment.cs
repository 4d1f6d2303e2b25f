using System.CommandLine;
using System.Globalization;
using SupportConsole.Domain.Evaluation.Texts;
using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Commands.Evaluate;

/// <summary>Sentiment of texts, learned from labelled ones or else by the word lists.</summary>
internal static class EvaluateSentiment
{
    public static Command Of(IServiceProvider services)
    {
        var train = new Option<FileInfo?>("--train") { Description = "A CSV with text and label (positive, neutral, negative) to learn from; without it the word lists answer." };
        var task = new TextTask("sentiment", "Says how pleased texts are.");
        task.Command.Add(train);
        return task.Does<SentimentAnswer>(
            ["label", "score"],
            parsed => parsed.GetValue(train) is { } file ? Trained(file) : Untrained(services.GetRequiredService<TicketTriage>()),
            answer => [answer.Label, answer.Score.ToString("0.0000", CultureInfo.InvariantCulture)],
            (truth, answers) => SentimentScore.Of(truth, answers));
    }

    private static Func<string, SentimentAnswer> Trained(FileInfo file)
    {
        var model = TextModelTraining.Train(TextFiles.ReadLabelled(file.FullName, SentimentAnswer.Name), LearningOptions.Sentiment);
        return text => SentimentAnswer.By(model, text);
    }

    private static Func<string, SentimentAnswer> Untrained(TicketTriage triage)
    {
        // The first text loads the word lists.
        triage.Sentiment("ready");
        return text =>
        {
            var sentiment = triage.Sentiment(text);
            return new SentimentAnswer(TriageNames.Of(sentiment.Label), Math.Round(sentiment.Polarity, 4));
        };
    }
}
