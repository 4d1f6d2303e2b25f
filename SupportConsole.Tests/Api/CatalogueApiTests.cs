using System.Net;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Api;

public sealed class CatalogueApiTests : IAsyncLifetime
{
    private const string Entry = """
        "recovered": {"share": 0.5, "calls": 12},
        "changes": [{"section": {"en": "Capture {label}", "nl": "{label} vastleggen"}, "also": ["Price"], "about_field": true,
            "text": {"en": "Spell it.", "nl": "Spel het."}, "reason": {"en": "It is misheard.", "nl": "Het wordt verkeerd verstaan."}}]
        """;

    private ApiConsole _console = null!;

    public async Task InitializeAsync() => _console = await ApiConsole.StartAsync();

    public Task DisposeAsync() => _console.DisposeAsync().AsTask();

    [Fact]
    public async Task Entry_Written_IsReadBackAndSwitchedBack()
    {
        var shipped = (await _console.Reader.GetJsonAsync("/api/catalogue/missing.not_confirmed")).Is(HttpStatusCode.OK);
        (shipped.Text("origin"), shipped.Text("revision"), shipped.Text("placeholders")).ShouldBe(("shipped", "0", """["{project}","{label}"]"""));

        var written = await PutAsync("missing.not_confirmed", $$"""{"revision": 0, {{Entry}}}""");
        written.Is(HttpStatusCode.OK);
        (written.Text("origin"), written.Text("revision"), written.Text("recovered")).ShouldBe(("edited", "1", """{"share":0.5,"calls":12}"""));
        written.Json.GetProperty("changes")[0].GetProperty("text").GetProperty("nl").GetString().ShouldBe("Spel het.");

        var late = await PutAsync("missing.not_confirmed", $$"""{"revision": 0, {{Entry}}}""");
        (late.Is(HttpStatusCode.Conflict).Text("outcome"), late.Text("revision")).ShouldBe(("target_moved", "1"));
        (await DeleteAsync("missing.not_confirmed?revision=0")).ShouldBe(HttpStatusCode.Conflict);
        (await DeleteAsync("missing.not_confirmed?revision=one")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await DeleteAsync("missing.not_confirmed?revision=1")).ShouldBe(HttpStatusCode.NoContent);
        (await _console.Reader.GetJsonAsync("/api/catalogue/missing.not_confirmed")).Text("origin").ShouldBe("shipped");
    }

    [Fact]
    public async Task OwnEntry_Added_IsFoundWhereItsLocationSaysAndDeletedOnce()
    {
        var added = (await _console.Admin.PostJsonAsync("/api/catalogue", $$"""{"cause": "missing.not_confirmed", "field": "price", "project": "cars", {{Entry}}}""")).Is(HttpStatusCode.Created);
        var address = added.Response.Headers.Location!.ToString();

        var found = (await _console.Reader.GetJsonAsync(address)).Is(HttpStatusCode.OK);
        (found.Text("key"), found.Text("origin"), found.Text("project")).ShouldBe(("missing.not_confirmed:price@cars", "own", "cars"));
        (await _console.Admin.PostJsonAsync("/api/catalogue", $$"""{"cause": "missing.not_confirmed", "field": "price", "project": "cars", {{Entry}}}""")).Is(HttpStatusCode.Conflict);
        (await _console.Reader.GetJsonAsync("/api/catalogue")).Json.GetProperty("entries").EnumerateArray()
            .Select(entry => entry.GetProperty("key").GetString()).ShouldContain("missing.not_confirmed:price@cars");

        (await DeleteAsync("missing.not_confirmed:price@cars")).ShouldBe(HttpStatusCode.NoContent);
        (await DeleteAsync("missing.not_confirmed:price@cars")).ShouldBe(HttpStatusCode.NotFound);
        (await PutAsync("missing.not_confirmed:price@cars", $$"""{ {{Entry}} }""")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Entries_ReadPageByPage_AreEachThereOnce()
    {
        var all = Keys((await _console.Reader.GetJsonAsync("/api/catalogue")).Is(HttpStatusCode.OK));
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await _console.Reader.GetJsonAsync($"/api/catalogue?limit=7{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}")).Is(HttpStatusCode.OK);
            seen.AddRange(Keys(page));
            cursor = page.Json.GetProperty("next_cursor").GetString();
        }
        while (cursor is not null);

        seen.ShouldBe(all);
        seen.Count.ShouldBeGreaterThan(7);
        (await _console.Reader.GetJsonAsync("/api/catalogue?limit=0&cursor=nowhere")).Fields.ShouldBe(["limit", "cursor"], ignoreOrder: true);
    }

    [Fact]
    public async Task WrongInput_IsNamedByItsFieldAndLanguage()
    {
        (await PutAsync("missing.not_confirmed", """{"recovered": {"share": "half"}, "changes": [{"section": {"en": "A"}, "also": [3], "text": {"en": "{naam}", "nl": ""}, "reason": 5}]}"""))
            .Fields.ShouldBe(["recovered.share", "recovered.calls", "changes[0].also[0]", "changes[0].reason"], ignoreOrder: true);
        (await PutAsync("missing.not_confirmed", """{"recovered": {"share": 0.5, "calls": 9}, "changes": [{"section": {"en": "A"}, "text": {"en": "{naam}", "nl": ""}, "reason": {"en": "x", "nl": "x"}}]}"""))
            .Fields.ShouldBe(["changes[0].section.nl", "changes[0].text.en", "changes[0].text.nl"], ignoreOrder: true);
        (await _console.Admin.PostJsonAsync("/api/catalogue", $$"""{"cause": "missing.never", "field": "price", {{Entry}}}""")).Fields.ShouldBe(["cause"]);
        (await _console.Admin.PostJsonAsync("/api/catalogue", $$"""{"cause": "missing.not_confirmed", {{Entry}}}""")).Fields.ShouldBe(["field"]);
        (await _console.Admin.PostJsonAsync("/api/catalogue", $$"""{"cause": "missing.not_confirmed", "project": "nowhere", {{Entry}}}""")).Fields.ShouldBe(["project"]);
        (await PutAsync("missing.never", $$"""{ {{Entry}} }""")).Is(HttpStatusCode.NotFound);
    }

    private static IEnumerable<string> Keys(Answer answer) =>
        answer.Json.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("key").GetString()!);

    private Task<Answer> PutAsync(string key, string body) => _console.Admin.SendJsonAsync(HttpMethod.Put, $"/api/catalogue/{key}", body);

    private async Task<HttpStatusCode> DeleteAsync(string key) => (await _console.Admin.DeleteAsync($"/api/catalogue/{key}")).StatusCode;
}
