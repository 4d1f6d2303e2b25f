using System.Text.Json;
using SupportConsole.Commands;
using SupportConsole.Domain.Evaluation.Texts;
using SupportConsole.Domain.Triage.Learning;
using SupportConsole.Tests.TestSupport;
using SupportConsole.Tests.Triage.Learning;

namespace SupportConsole.Tests.Evaluation;

/// <summary>Somebody measures the console on files of their own, from a shell.</summary>
public sealed class TextEvaluationTests : EvaluationRun
{
    [Fact]
    public async Task Classify_WithTruth_WritesARowForEachRowAndScoresThem()
    {
        var asked = SmallTexts.Make(60, 2);
        var strangers = SmallTexts.Strangers(20, 3);
        Write("train.csv", "id,TEXT,Label", SmallTexts.Make(400, 1), (text, label) => $"7,\"{text}\nsecond line, \"\"quoted\"\"\",{label}");
        File.WriteAllLines(At("odd.csv"), ["text", .. SmallTexts.Strangers(40, 4)]);
        File.WriteAllLines(At("input.csv"), ["text", .. asked.Texts.Concat(strangers).Select(text => $"\"{text}\"")]);
        File.WriteAllLines(At("truth.csv"), ["label", .. asked.Labels, .. strangers.Select(_ => "oos")]);

        var (code, score, _) = await RunAsync("classify", "--train", "train.csv", "--oos-train", "odd.csv", "--input", "input.csv", "--truth", "truth.csv", "--output", "out/answers.csv");

        code.ShouldBe(0);
        var answers = TextTable.Read(At("out/answers.csv"), "label", "confidence", "decision");
        answers.Count.ShouldBe(80);
        answers["label"].ShouldAllBe(label => SmallTexts.Labels.Contains(label));
        answers["decision"].ShouldAllBe(decision => decision == "auto" || decision == "suggest" || decision == "escalate");
        File.ReadLines(At("out/answers.csv")).First().ShouldBe("label,confidence,decision");
        score.GetProperty("accuracy").GetDouble().ShouldBeGreaterThan(0.9);
        score.GetProperty("auroc").GetDouble().ShouldBeGreaterThan(0.9);
        foreach (var key in (string[])["macro_f1", "auto_share", "auto_precision", "oos_answered", "ece", "texts_per_second"])
            score.GetProperty(key).ValueKind.ShouldBe(JsonValueKind.Number, key);
    }

    [Fact]
    public async Task Classify_WithValidation_TakesItToCalibrateBy()
    {
        Write("train.csv", "text,label", SmallTexts.Make(300, 1), (text, label) => $"\"{text}\",{label}");
        Write("val.csv", "text,label", SmallTexts.Make(100, 2), (text, label) => $"\"{text}\",{label}");
        File.AppendAllLines(At("val.csv"), SmallTexts.Strangers(30, 5).Select(text => $"\"{text}\",oos"));
        File.WriteAllLines(At("input.csv"), ["Text", "\"I want my money back, please\"", "\"\""]);

        var (code, _, _) = await RunAsync("classify", "--train", "train.csv", "--validation", "val.csv", "--input", "input.csv", "--output", "answers.csv");

        code.ShouldBe(0);
        TextTable.Read(At("answers.csv"), "label", "decision")["label"][0].ShouldBe("refund");
        TextTable.Read(At("answers.csv"), "label", "decision")["decision"][1].ShouldBe("escalate");
    }

    [Fact]
    public async Task Sentiment_Trained_NamesLabelAndScore()
    {
        string[] good = ["great help thank you", "I love it", "works very well", "so friendly"], bad = ["this is awful", "I hate waiting", "it broke again", "so rude"];
        File.WriteAllLines(At("train.csv"), ["label,text", .. Enumerable.Range(0, 40).SelectMany(i => (string[])[$"1,{i} {good[i % 4]}", $"-1,{i} {bad[i % 4]}"])]);
        File.WriteAllLines(At("input.csv"), ["text", "I love this great help", "awful and so rude"]);
        File.WriteAllLines(At("truth.csv"), ["label", "positive", "negative"]);

        var (code, score, _) = await RunAsync("sentiment", "--train", "train.csv", "--input", "input.csv", "--truth", "truth.csv", "--output", "answers.csv");

        code.ShouldBe(0);
        score.GetProperty("accuracy").GetDouble().ShouldBe(1);
        var answers = TextTable.Read(At("answers.csv"), "label", "score");
        answers["label"].ShouldBe(["positive", "negative"]);
        double.Parse(answers["score"][1], System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(-1, 0);
    }

    [Theory]
    [InlineData("train.csv", "text,intent", "train.csv has no column \"label\"; its columns are text, intent.")]
    [InlineData("input.csv", "message", "input.csv has no column \"text\"; its columns are message.")]
    [InlineData("truth.csv", "label", "truth.csv has 0 rows, the input 1")]
    [InlineData("validation.csv", "text,label\na,b", "The validation has the label \"b\"")]
    public async Task Classify_WithAFileThatIsWrong_NamesFileAndColumn(string file, string content, string message)
    {
        Write("train.csv", "text,label", SmallTexts.Make(40, 1), (text, label) => $"\"{text}\",{label}");
        File.WriteAllLines(At("input.csv"), ["text", "hello"]);
        File.WriteAllLines(At("truth.csv"), ["label", "refund"]);
        File.WriteAllLines(At("validation.csv"), ["text,label", "hello,refund"]);
        File.WriteAllText(At(file), content + "\n");

        var (code, _, errors) = await RunAsync(
            "classify", "--train", "train.csv", "--validation", "validation.csv", "--input", "input.csv", "--truth", "truth.csv", "--output", "answers.csv");

        code.ShouldBe(1);
        errors.ShouldContain(message);
        File.Exists(At("answers.csv")).ShouldBeFalse();
    }

    private void Write(string name, string header, TrainingTexts texts, Func<string, string, string> line) =>
        File.WriteAllLines(At(name), [header, .. texts.Texts.Zip(texts.Labels, line)]);

    private async Task<(int Code, JsonElement Score, string Errors)> RunAsync(string task, params string[] options)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await CommandLine.RunAsync(
            Services, ["evaluate", task, .. options.Select(option => option.EndsWith(".csv", StringComparison.Ordinal) ? At(option) : option)], output, errors);
        var last = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        return (code, last is null ? default : JsonSerializer.Deserialize<JsonElement>(last), errors.ToString());
    }
}
