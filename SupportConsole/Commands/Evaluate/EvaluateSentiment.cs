using System.CommandLine;
using System.Globalization;
using SupportConsole.Domain.Evaluation.Texts;
using SupportConsole.Domain.Triage;

namespace SupportConsole.Commands.Evaluate;

/// <summary>How texts feel, by the word lists alone.</summary>
internal static class EvaluateSentiment
{
    public static Command Of(IServiceProvider services) =>
        new TextTask("sentiment", "Tells how texts feel: a label and a score from -1 to 1.").Does<SentimentResult>(
            ["label", "score"],
            _ =>
            {
                // The first text loads the word lists.
                var triage = services.GetRequiredService<TicketTriage>();
                triage.Sentiment("ready");
                return triage.Sentiment;
            },
            sentiment => [TriageNames.Of(sentiment.Label), sentiment.Polarity.ToString("0.####", CultureInfo.InvariantCulture)],
            SentimentScore.Of);
}
