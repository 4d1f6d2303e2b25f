using System.Net;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Api;

public sealed class DetectionApiTests : IAsyncLifetime
{
    private const string Path = "/api/projects/cars/detection";

    private ApiConsole _console = null!;

    public async Task InitializeAsync() => _console = await ApiConsole.StartAsync();

    public Task DisposeAsync() => _console.DisposeAsync().AsTask();

    [Fact]
    public async Task Settings_AreTriedSavedAndTakenBack()
    {
        await _console.CallsAsync(100, captured: 80);
        var stricter = new { thresholds = new { missing_threshold = 0.1 } };

        var preview = (await _console.Reader.PostJsonAsync($"{Path}/preview", stricter)).Is(HttpStatusCode.OK).Json;
        preview.GetProperty("findings")[0].GetProperty("cause").GetString().ShouldBe("missing.not_confirmed");
        preview.GetProperty("findings")[0].GetProperty("present").EnumerateArray().ShouldAllBe(day => !day.GetBoolean());
        (await _console.Reader.GetJsonAsync(Path)).Is(HttpStatusCode.OK).Json.GetProperty("thresholds").EnumerateObject().ShouldBeEmpty("a preview saves nothing");

        (await _console.Admin.SendJsonAsync(HttpMethod.Put, Path, stricter)).Is(HttpStatusCode.OK).Json.GetProperty("thresholds").GetProperty("missing_threshold").GetDouble().ShouldBe(0.1);
        await _console.CardAsync();

        (await _console.Admin.SendJsonAsync(HttpMethod.Put, Path, new { muted = new[] { new { detector = "missing_data", why = "their form asks it" } } })).Is(HttpStatusCode.OK);
        (await _console.Reader.GetJsonAsync("/api/projects/cars/suggestions?view=open")).Json.GetProperty("suggestions").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Settings_OnARevisionThatIsNoMore_LeaveWhatACardMutedMeanwhile()
    {
        await _console.CallsAsync(40, captured: 12);
        var read = (await _console.Reader.GetJsonAsync(Path)).Is(HttpStatusCode.OK).Json.GetProperty("revision").GetInt32();
        var muted = new[] { new { detector = "missing_data", field = "price" } };
        (await _console.Admin.SendJsonAsync(HttpMethod.Put, Path, new { revision = read, muted })).Is(HttpStatusCode.OK).Json.GetProperty("revision").GetInt32().ShouldBe(read + 1);

        var late = (await _console.Admin.SendJsonAsync(HttpMethod.Put, Path, new { revision = read, thresholds = new { missing_threshold = 0.1 } })).Is(HttpStatusCode.Conflict);

        (late.Text("outcome"), late.Text("revision")).ShouldBe(("target_moved", $"{read + 1}"));
        (await _console.Reader.GetJsonAsync(Path)).Json.GetProperty("muted").GetArrayLength().ShouldBe(1);
        (await _console.Admin.SendJsonAsync(HttpMethod.Put, Path, new { revision = "newest" })).Is(HttpStatusCode.UnprocessableEntity).Fields.ShouldBe(["revision"]);
    }

    [Fact]
    public async Task Settings_ThatAreWrong_AreNamedByField()
    {
        var body = new { thresholds = new { missing_threshold = 2, gut_feeling = 1 }, muted = new[] { new { detector = "nobody", field = "shoe_size" } } };

        (await _console.Admin.SendJsonAsync(HttpMethod.Put, Path, body)).Is(HttpStatusCode.UnprocessableEntity).Fields
            .ShouldBe(["thresholds.gut_feeling", "thresholds.missing_threshold", "muted[0].detector", "muted[0].field"], ignoreOrder: true);
        (await _console.Admin.SendJsonAsync(HttpMethod.Put, "/api/projects/nowhere/detection", new { })).Is(HttpStatusCode.NotFound);
    }
}
