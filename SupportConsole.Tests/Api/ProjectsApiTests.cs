using System.Net;
using System.Text.Json;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Api;

public sealed class ProjectsApiTests : IAsyncLifetime
{
    private ApiConsole _console = null!;

    public async Task InitializeAsync() => _console = await ApiConsole.StartAsync();

    public Task DisposeAsync() => _console.DisposeAsync().AsTask();

    [Fact]
    public async Task Project_Made_IsFoundWhereItsLocationSays()
    {
        var made = (await _console.Admin.PostJsonAsync("/api/projects", """{"name": "Test drives 2026!", "language": "nl", "capture_fields": [{"key": "first_name"}]}"""))
            .Is(HttpStatusCode.Created);

        made.Response.Headers.Location!.ToString().ShouldBe("/api/projects/test-drives-2026");
        var found = (await _console.Reader.GetJsonAsync(made.Response.Headers.Location.ToString())).Is(HttpStatusCode.OK);
        found.Text("id").ShouldBe("test-drives-2026");
        found.Text("capture_fields").ShouldBe("""[{"key":"first_name","label":"first name","required":true}]""");
        found.Json.GetProperty("metrics").GetProperty("success_rate").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Project_MadeWithBlankInstructions_HasItsBestPracticeCardAtOnce()
    {
        (await _console.Admin.PostJsonAsync("/api/projects", """{"external_id": "blank", "name": "Blank", "language": "nl"}""")).Is(HttpStatusCode.Created);

        var card = await _console.CardAsync("blank");

        card.GetProperty("type").GetString().ShouldBe("best_practice");
        card.GetProperty("suggested_changes")[0].GetProperty("suggested").GetString().ShouldBe("Noem je naam en zeg in één zin waarom je belt.");
        card.GetProperty("expected_impact").GetProperty("saved_per_month_seconds").GetDouble().ShouldBe(0);
        card.GetProperty("current_metrics").GetProperty("success_rate").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Project_WrongInput_IsNamedByItsFieldAndATakenIdIs409()
    {
        (await _console.Admin.PostJsonAsync("/api/projects", """{"external_id": "a b", "language": "de", "capture_fields": [{"key": "A"}, {"key": "b", "required": "yes"}]}"""))
            .Fields.ShouldBe(["external_id", "name", "language", "capture_fields[0].key", "capture_fields[1].required"], ignoreOrder: true);
        (await _console.Admin.PostJsonAsync("/api/projects", """{"name": "x", "instructions": 3}""")).Fields.ShouldBe(["instructions"]);
        (await _console.Admin.PostJsonAsync("/api/projects", """{"name": "x", "instructions": [{"name": "A", "text": "x\n## B\ny"}, {"name": "a"}]}"""))
            .Fields.ShouldBe(["instructions[0].text", "instructions[1].name"]);
        (await _console.Admin.PostJsonAsync("/api/projects", """{"name": "x", "external_id": "cars"}""")).Is(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Instructions_GivenAsSections_AreServedAsOneTextWithThoseSections()
    {
        (await _console.Admin.PostJsonAsync(
            "/api/projects", """{"name": "S", "instructions": [{"name": "", "text": "Be kind."}, {"name": "Opening", "text": "Say hello."}, {"name": "Closing", "text": "Say bye."}]}""")).Is(HttpStatusCode.Created);

        var served = (await _console.Reader.GetJsonAsync("/api/projects/s/instructions")).Is(HttpStatusCode.OK);

        served.Text("text").ShouldBe("Be kind.\n\n## Opening\nSay hello.\n\n## Closing\nSay bye.\n");
        served.Json.GetProperty("sections")[1].GetProperty("name").GetString().ShouldBe("Opening");
    }

    [Fact]
    public async Task Instructions_AskedForAgain_AnswerNotModifiedUntilTheyChange()
    {
        var tag = (await _console.Reader.GetJsonAsync("/api/projects/cars/instructions")).Response.Headers.ETag!;
        _console.Reader.DefaultRequestHeaders.IfNoneMatch.Add(tag);

        var again = await _console.Reader.GetJsonAsync("/api/projects/cars/instructions?call_id=17");
        again.Is(HttpStatusCode.NotModified).Response.Headers.ETag.ShouldBe(tag);

        var save = new { text = "Other.", why = "Shorter", expected_version = 1 };
        (await _console.Admin.SendJsonAsync(HttpMethod.Put, "/api/projects/cars/instructions", save)).Is(HttpStatusCode.OK);
        (await _console.Reader.GetJsonAsync("/api/projects/cars/instructions")).Is(HttpStatusCode.OK).Text("text").ShouldBe("Other.");
        (await _console.Reader.GetJsonAsync("/api/projects/cars/instructions/versions/1")).Is(HttpStatusCode.OK).Text("text").ShouldBe(ApiConsole.Instructions);
        var versions = (await _console.Reader.GetJsonAsync("/api/projects/cars/instructions/versions?limit=1")).Is(HttpStatusCode.OK);
        versions.Json.GetProperty("versions")[0].GetProperty("why").GetString().ShouldBe("Shorter");
        versions.Text("next_cursor").ShouldBe("2");
        (await _console.Admin.SendJsonAsync(HttpMethod.Put, "/api/projects/cars/instructions", new { text = "" })).Fields.ShouldBe(["text", "why", "expected_version"]);
    }

    [Fact]
    public async Task Projects_Listed_ComePageByPageWithoutTheArchivedOnes()
    {
        await _console.MakeProjectAsync("boats");
        await _console.MakeProjectAsync("bikes");
        (await _console.Admin.PostJsonAsync("/api/projects/boats/status", new { status = "archived" })).Is(HttpStatusCode.OK).Text("status").ShouldBe("archived");
        (await _console.Admin.PostJsonAsync("/api/projects/boats/status", new { status = "closed" })).Fields.ShouldBe(["status"]);

        var first = await _console.Reader.GetJsonAsync("/api/projects?limit=1");
        var second = await _console.Reader.GetJsonAsync($"/api/projects?limit=1&cursor={first.Text("next_cursor")}");

        new[] { first, second }.Select(page => page.Json.GetProperty("projects")[0].GetProperty("id").GetString()).ShouldBe(["cars", "bikes"]);
        second.Json.GetProperty("next_cursor").ValueKind.ShouldBe(JsonValueKind.Null);
        (await _console.Reader.GetJsonAsync("/api/projects?status=all")).Json.GetProperty("projects").GetArrayLength().ShouldBe(3);
        (await _console.Reader.GetJsonAsync("/api/projects/nobody")).Is(HttpStatusCode.NotFound);
    }
}
