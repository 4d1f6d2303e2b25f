using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SupportConsole.Tests.TestSupport;

/// <summary>What the API answered.</summary>
public sealed record Answer(HttpStatusCode Status, JsonElement Json, HttpResponseMessage Response)
{
    /// <summary>Itself, when the status is the wanted one; else fails with what was answered.</summary>
    public Answer Is(HttpStatusCode status)
    {
        Status.ShouldBe(status, $"{Response.RequestMessage?.Method} {Response.RequestMessage?.RequestUri} answered {Json}");
        return this;
    }

    public string? Text(string name) => Json.GetProperty(name).ToString();

    public long Number(string name) => Json.GetProperty(name).GetInt64();

    /// <summary>The fields that a 422 names.</summary>
    public IReadOnlyList<string> Fields =>
        [.. Is(HttpStatusCode.UnprocessableEntity).Json.GetProperty("errors").EnumerateObject().Select(error => error.Name)];
}

public static class ApiAnswers
{
    /// <summary>Sends <paramref name="body"/> as JSON (a string as it is, null as no body) and reads the answer.</summary>
    public static async Task<Answer> SendJsonAsync(this HttpClient client, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body switch
            {
                null => null,
                string json => new StringContent(json, null, "application/json"),
                _ => JsonContent.Create(body),
            },
        };
        var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(response.StatusCode, text.StartsWith('{') ? JsonElement.Parse(text) : default, response);
    }

    public static Task<Answer> PostJsonAsync(this HttpClient client, string path, object? body = null) => client.SendJsonAsync(HttpMethod.Post, path, body);

    public static Task<Answer> GetJsonAsync(this HttpClient client, string path) => client.SendJsonAsync(HttpMethod.Get, path);
}
