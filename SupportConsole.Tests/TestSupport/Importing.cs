using System.Net;
using System.Text;
using SupportConsole.Domain.Live;

namespace SupportConsole.Tests.TestSupport;

/// <summary>Brings in files over the API, as a script would.</summary>
public static class Importing
{
    public static async Task<Answer> UploadAsync(this HttpClient admin, byte[] file, string name = "calls.csv")
    {
        using var content = new ByteArrayContent(file);
        var response = await admin.PostAsync($"/api/imports?kind=calls&file_name={Uri.EscapeDataString(name)}", content);
        return new Answer(response.StatusCode, System.Text.Json.JsonElement.Parse(await response.Content.ReadAsStringAsync()), response);
    }

    public static Task<Answer> UploadAsync(this HttpClient admin, string text, string name = "calls.csv") => admin.UploadAsync(Encoding.UTF8.GetBytes(text), name);

    /// <summary>Uploads a file and returns its import's id.</summary>
    public static async Task<long> UploadedAsync(this ApiConsole console, string text, string name = "calls.csv") =>
        (await console.Admin.UploadAsync(text, name)).Is(HttpStatusCode.Created).Number("id");

    /// <summary>Has something done with an import and waits until that has ended.</summary>
    public static async Task<Answer> DoAsync(this ApiConsole console, long id, string what)
    {
        using var changes = new SemaphoreSlim(0);
        using var told = console.Get<LiveFeed>().Subscribe([LiveTopic.Import], _ => changes.Release());
        (await console.Admin.PostJsonAsync($"/api/imports/{id}/{what}")).Is(HttpStatusCode.OK);
        while (true)
        {
            var import = (await console.Reader.GetJsonAsync($"/api/imports/{id}")).Is(HttpStatusCode.OK);
            if (import.Text("status") is not ("checking" or "queued" or "running" or "undoing"))
                return import;
            (await changes.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBeTrue($"The import stands at {import.Json}");
        }
    }

    /// <summary>"landed, duplicates, rejected" of an import.</summary>
    public static (long Landed, long Duplicates, long Rejected) Counts(this Answer import) =>
        (import.Number("landed"), import.Number("duplicates"), import.Number("rejected"));

    /// <summary>Calls of "cars" as JSONL, a quarter of an hour apart.</summary>
    public static string Jsonl(this ApiConsole console, int count, string prefix = "old", Func<int, bool>? captured = null) =>
        string.Join('\n', Enumerable.Range(0, count).Select(i => System.Text.Json.JsonSerializer.Serialize(
            console.Call($"{prefix}-{i}", captured?.Invoke(i) ?? i % 2 == 0, age: TimeSpan.FromMinutes(15 * (i + 1))))));
}
