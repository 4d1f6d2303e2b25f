using System.Text.Json;
using SupportConsole.Commands;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Evaluation;

/// <summary>The evaluations that need no training: a file of texts in, a file of answers out, the scores as the last line.</summary>
public sealed class UntrainedEvaluationTests : EvaluationRun
{
    [Fact]
    public async Task Sentiment_OfLabelledTexts_WritesLabelsAndScoresAndSaysHowRight()
    {
        var input = Write("texts.csv", "Text,label", "\"Great, thank you!\",positive", "This is terrible and broken.,negative", "Where is my invoice?,neutral", "Dit is niet goed.,negative");

        var score = await ScoreAsync("sentiment", "--input", input, "--output", Answers, "--truth", input);

        var rows = await File.ReadAllLinesAsync(Answers);
        rows[0].ShouldBe("label,score");
        rows[1..].Select(row => row.Split(',')[0]).ShouldBe(["positive", "negative", "neutral", "negative"]);
        rows[1..].Select(row => double.Parse(row.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture)).ShouldAllBe(polarity => polarity >= -1 && polarity <= 1);
        (score["task"].GetString(), score["rows"].GetInt32()).ShouldBe(("sentiment", 4));
        score["accuracy"].GetDouble().ShouldBe(1);
        score["macro_f1"].GetDouble().ShouldBe(1);
        score["recall_negative"].GetDouble().ShouldBe(1);
        score["texts_per_second"].GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Sentiment_AgainstNumbers_IsScoredByCorrelation()
    {
        var input = Write("texts.csv", "text,label", "Superb!,3.5", "Good.,1.9", "A table.,0.1", "Bad.,-2.5", "The worst ever!,-3.4");

        (await ScoreAsync("sentiment", "--input", input, "--output", Answers, "--truth", input))["pearson"].GetDouble().ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public async Task Language_OfTexts_IsWrittenAndScored()
    {
        var input = Write("texts.csv", "text,label", "Where is my package?,en", "Waar is mijn pakket?,nl", "Wo ist mein Paket?,other", "Где моя посылка?,other");

        var score = await ScoreAsync("language", "--input", input, "--output", Answers, "--truth", input);

        (await File.ReadAllLinesAsync(Answers)).ShouldBe(["label", "en", "nl", "other", "other"]);
        score["accuracy"].GetDouble().ShouldBe(1);
    }

    [Fact]
    public async Task Fingerprint_OfLogLines_GroupsThemAsTheTruthDoes()
    {
        var input = Write(
            "lines.csv", "LineId,Content,group", "1,Served block blk_1 to /10.0.0.1,a", "2,\"Deleting block blk_2, file /x/y\",b", "3,Served block blk_3 to /10.0.0.9,a", "4,\"Deleting block blk_4, file /x/z\",b");

        var score = await ScoreAsync("fingerprint", "--input", input, "--output", Answers, "--truth", input);

        var groups = (await File.ReadAllLinesAsync(Answers))[1..];
        (groups[0] == groups[2], groups[1] == groups[3], groups[0] == groups[1]).ShouldBe((true, true, false));
        score["grouping_accuracy"].GetDouble().ShouldBe(1);
    }

    [Fact]
    public async Task Fingerprint_WithOneLineInAWrongGroup_CountsNoLineOfEitherGroupAsRight()
    {
        var input = Write("lines.csv", "content,group", "Served block 1,a", "Served block 2,b", "Started,c");

        (await ScoreAsync("fingerprint", "--input", input, "--output", Answers, "--truth", input))["grouping_accuracy"].GetDouble().ShouldBe(1.0 / 3, 1e-9);
    }

    /// <summary>The messages differ in more than values, and the line numbers with the build: where it was thrown tells which error it is.</summary>
    [Fact]
    public async Task Fingerprint_OfErrorsWithStackTraces_GoesByTheirFrames()
    {
        var input = Write(
            "errors.csv", "content,group",
            "\"System.InvalidOperationException: Order 12 is closed\n   at Shop.Orders.Close(Order order) in /src/Orders.cs:line 42\",a",
            "\"System.InvalidOperationException: The till is locked by Ann\n   at Shop.Orders.Close(Order order) in /ci/Orders.cs:line 57\",a",
            "\"System.InvalidOperationException: Order 12 is closed\n   at Shop.Orders.Open(Order order) in /src/Orders.cs:line 12\",b",
            "Served block 1,c", "Served block 2,c");

        (await ScoreAsync("fingerprint", "--input", input, "--output", Answers, "--truth", input))["grouping_accuracy"].GetDouble().ShouldBe(1);
    }

    [Theory]
    [InlineData("sentiment", "text")]
    [InlineData("language", "text")]
    [InlineData("fingerprint", "content")]
    public async Task Input_WithoutItsColumn_NamesFileAndColumnAndWritesNothing(string task, string column)
    {
        var input = Write("texts.csv", "other", "x");
        var errors = new StringWriter();

        (await CommandLine.RunAsync(Services, ["evaluate", task, "--input", input, "--output", Answers], new StringWriter(), errors)).ShouldBe(1);

        errors.ToString().ShouldContain("texts.csv");
        errors.ToString().ShouldContain($"\"{column}\"");
        File.Exists(Answers).ShouldBeFalse();
    }

    private string Answers => At("answers.csv");

    private string Write(string name, params string[] lines)
    {
        var path = At(name);
        File.WriteAllLines(path, lines);
        return path;
    }

    private async Task<Dictionary<string, JsonElement>> ScoreAsync(string task, params string[] options)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        (await CommandLine.RunAsync(Services, ["evaluate", task, .. options], output, errors)).ShouldBe(0, errors.ToString());
        return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1])!;
    }
}
