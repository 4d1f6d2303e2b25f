using System.Net;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Models;
using SupportConsole.Domain.Upkeep.Runs;
using SupportConsole.Tests.TestSupport;
using SupportConsole.Tests.Triage.Learning;

namespace SupportConsole.Tests.Api;

public sealed class TriageApiTests : IAsyncLifetime
{
    private ApiConsole _console = null!;

    public async Task InitializeAsync() => _console = await ApiConsole.StartAsync();

    public Task DisposeAsync() => _console.DisposeAsync().AsTask();

    [Fact]
    public async Task Text_IsUnderstoodWithTheWordsThatLedToIt()
    {
        const string text = "URGENT: the site is down, I want a refund!";
        var answer = (await _console.Reader.PostJsonAsync("/api/triage", new { text })).Is(HttpStatusCode.OK).Json;

        answer.GetProperty("urgency").GetString().ShouldBe("critical");
        answer.GetProperty("urgency_reason").GetString().ShouldBe("words");
        answer.GetProperty("language").GetString().ShouldBe("en");
        answer.GetProperty("categories").EnumerateObject().Sum(category => category.Value.GetDouble()).ShouldBe(1, 1e-6);
        answer.GetProperty("trained").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        answer.GetProperty("evidence").EnumerateArray().ShouldAllBe(one => one.GetProperty("start").GetInt32() + one.GetProperty("length").GetInt32() <= text.Length);
        (await _console.Reader.PostJsonAsync("/api/triage", new { text = "down", priority = "low" })).Json.GetProperty("urgency").GetString().ShouldBe("low");
    }

    [Fact]
    public async Task Picture_ThatIsAttached_IsAFlag()
    {
        static bool Has(System.Text.Json.JsonElement answer) => answer.GetProperty("flags").GetProperty("contains_screenshot").GetBoolean();

        Has((await _console.Reader.PostJsonAsync("/api/triage", new { text = "It looks like this", has_image = true })).Is(HttpStatusCode.OK).Json).ShouldBeTrue();
        Has((await _console.Reader.PostJsonAsync("/api/triage", new { text = "It looks like this" })).Is(HttpStatusCode.OK).Json).ShouldBeFalse();
        (await _console.Reader.PostJsonAsync("/api/triage", new { text = "x", has_image = "yes" })).Is(HttpStatusCode.UnprocessableEntity).Fields.ShouldBe(["has_image"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Model_ThatIsTrained_IsExplainedByItsOwnWords(bool categories)
    {
        string[] names = ["billing", "account", "general", "technical"];
        var made = SmallTexts.Make(160, 1);
        await _console.Get<LabelledTexts>().AddAsync(
            [.. made.Texts.Zip(made.Labels, (text, label) => new NewLabel(text, categories ? names[SmallTexts.Labels.ToList().IndexOf(label)] : label))], "texts.csv", Actor.System);
        await _console.Get<TriageTraining>().RunAsync(RunProgress.None);

        const string subject = "Hello", text = "please refund the double charge, you charged me twice";
        var answer = (await _console.Reader.PostJsonAsync("/api/triage", new { subject, text })).Is(HttpStatusCode.OK).Json;

        var trained = answer.GetProperty("trained");
        trained.GetProperty("label").GetString().ShouldBe(categories ? "billing" : "refund");
        trained.GetProperty("words").EnumerateArray().Select(word => Said(word, subject, text)).ShouldContain(word => word == "refund" || word == "charged" || word == "charge");
        // What the rules would have said of the category led to nothing where the model chose it.
        answer.GetProperty("evidence").EnumerateArray().Any(one => one.GetProperty("kind").GetString() == "category").ShouldBe(!categories);
        var model = (await _console.Reader.GetJsonAsync("/api/triage/model")).Is(HttpStatusCode.OK).Json;
        (model.GetProperty("answers").GetBoolean(), model.GetProperty("promised_precision").GetDouble()).ShouldBe((true, 0.95));
    }

    [Fact]
    public async Task Sentiment_ThatIsLearned_SaysWhichVersionAnsweredAndByWhichWords()
    {
        string[] feelings = ["negative", "neutral", "positive", "positive"];
        var made = SmallTexts.Make(160, 1);
        await _console.Get<LabelledTexts>().AddAsync(
            [.. made.Texts.Zip(made.Labels, (text, label) => new NewLabel(text, feelings[SmallTexts.Labels.ToList().IndexOf(label)], LabelKind.Sentiment))], "texts.csv", Actor.System);
        await _console.Get<TriageTraining>().RunAsync(RunProgress.None);

        const string text = "my parcel has not arrived 12";
        var answer = (await _console.Reader.PostJsonAsync("/api/triage", new { text })).Is(HttpStatusCode.OK).Json;

        answer.GetProperty("sentiment").GetProperty("label").GetString().ShouldBe("positive");
        var trained = answer.GetProperty("trained_sentiment");
        (trained.GetProperty("version").GetInt64(), trained.GetProperty("decides").GetBoolean()).ShouldBe((1, true));
        trained.GetProperty("words").EnumerateArray().Select(word => Said(word, "", text)).ShouldContain("parcel");
        answer.GetProperty("evidence").EnumerateArray().ShouldAllBe(one => one.GetProperty("kind").GetString() != "sentiment");
        answer.GetProperty("trained_urgency").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

        var model = (await _console.Reader.GetJsonAsync("/api/triage/model?kind=sentiment")).Is(HttpStatusCode.OK).Json;
        (model.GetProperty("version").GetInt64(), model.GetProperty("kind").GetString()).ShouldBe((1, "sentiment"));
        model.GetProperty("versions").GetProperty("sentiment").GetInt64().ShouldBe(1);
        var topic = (await _console.Reader.GetJsonAsync("/api/triage/model")).Is(HttpStatusCode.OK).Json;
        (topic.GetProperty("version").ValueKind, topic.GetProperty("versions").GetProperty("sentiment").GetInt64()).ShouldBe((System.Text.Json.JsonValueKind.Null, 1));
        (await _console.Reader.GetJsonAsync("/api/triage/model?kind=mood")).Is(HttpStatusCode.UnprocessableEntity).Fields.ShouldBe(["kind"]);
    }

    private static string Said(System.Text.Json.JsonElement word, string subject, string text) =>
        (word.GetProperty("field").GetString() == "subject" ? subject : text).Substring(word.GetProperty("start").GetInt32(), word.GetProperty("length").GetInt32());

    [Fact]
    public async Task Request_WithoutTextOrWithAnUnknownPriority_NamesTheField()
    {
        (await _console.Reader.PostJsonAsync("/api/triage", new { subject = "x" })).Is(HttpStatusCode.UnprocessableEntity).Fields.ShouldBe(["text"]);
        (await _console.Reader.PostJsonAsync("/api/triage", new { text = "x", priority = "soon" })).Is(HttpStatusCode.UnprocessableEntity).Fields.ShouldBe(["priority"]);
    }

    [Fact]
    public async Task Model_BeforeTheFirstTraining_IsNone()
    {
        var model = (await _console.Reader.GetJsonAsync("/api/triage/model")).Is(HttpStatusCode.OK).Json;

        (model.GetProperty("version").ValueKind, model.GetProperty("answers").GetBoolean()).ShouldBe((System.Text.Json.JsonValueKind.Null, false));
    }
}
