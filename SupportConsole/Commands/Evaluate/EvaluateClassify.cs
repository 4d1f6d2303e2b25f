using System.CommandLine;
using System.Globalization;
using SupportConsole.Domain.Evaluation.Texts;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Commands.Evaluate;

/// <summary>Labels of messages, learned from somebody's own.</summary>
internal static class EvaluateClassify
{
    public static Command Of()
    {
        var train = new Option<FileInfo>("--train") { Description = "A CSV with the columns text and label to learn from.", Required = true };
        var validation = new Option<FileInfo?>("--validation") { Description = "A CSV with text and label to calibrate by; label oos: belongs to none. Without it part of --train is held out." };
        var strangers = new Option<FileInfo?>("--oos-train") { Description = "A CSV with the column text: texts that belong to no label." };
        var precision = new Option<double>("--precision") { Description = "Of what is answered automatically, the share that must be right.", DefaultValueFactory = _ => new LearningOptions().Precision };
        precision.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and < 1))
                result.AddError("--precision takes a share between 0 and 1.");
        });
        var task = new TextTask("classify", "Labels texts, and says which to answer without a person.");
        foreach (var option in (Option[])[train, validation, strangers, precision])
            task.Command.Add(option);
        return task.Does<Classification>(
            ["label", "confidence", "decision"],
            parsed =>
            {
                var model = TextModelTraining.Train(
                    TextFiles.ReadLabelled(parsed.GetRequiredValue(train).FullName),
                    new LearningOptions { Precision = parsed.GetValue(precision) },
                    parsed.GetValue(validation) is { } file ? TextFiles.ReadLabelled(file.FullName) : null,
                    parsed.GetValue(strangers) is { } odd ? TextFiles.ReadTexts(odd.FullName) : null);
                return text => model.Classify(text);
            },
            answer => [answer.Label, answer.Confidence.ToString("0.0000", CultureInfo.InvariantCulture), NameOf(answer.Decision)],
            ClassifyScore.Of);
    }

    private static string NameOf(Decision decision) => decision switch
    {
        Decision.Auto => "auto",
        Decision.Suggest => "suggest",
        _ => "escalate",
    };
}
