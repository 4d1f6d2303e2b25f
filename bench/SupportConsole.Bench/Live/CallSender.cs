using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SupportConsole.Bench.Live;

/// <summary>Makes projects by API key and sends signed calls, as a phone system would.</summary>
internal sealed class CallSender(HttpClient http, string apiKey, string webhook, string secret)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>They follow every good practice: a new project has no card before its calls make one.</summary>
    private const string WithoutACard =
        "Say your name and why you call. Ask one question at a time, let the customer finish, and accept a no.\n\n## Capture price\nAsk what price they have in mind.\n";

    private int _calls;

    public async Task MakeProjectAsync(string externalId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/projects");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        request.Content = JsonContent.Create(
            new
            {
                ExternalId = externalId,
                Name = $"Project {externalId}",
                CaptureFields = new[] { new { Key = "price", Label = "price", Required = true } },
                Instructions = WithoutACard,
            },
            options: Json);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Sends a completed call that lacks the price; returns when it was answered, in milliseconds since 1970.</summary>
    public async Task<double> SendAsync(string project)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                CallId = $"call-{Interlocked.Increment(ref _calls)}",
                ProjectId = project,
                Status = "completed",
                EndedBy = "agent",
                StartedAt = DateTimeOffset.UtcNow,
                DurationSeconds = 84,
                Fields = new { },
                Transcript = new[]
                {
                    new { Role = "agent", Text = "What price do you have in mind?", AtMs = 0 },
                    new { Role = "customer", Text = "Around 200 a month.", AtMs = 4000 },
                },
            },
            Json);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/call-ended") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var seconds = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{seconds}."), .. body];
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
        request.Headers.Add("X-Webhook", webhook);
        request.Headers.Add("X-Signature", $"t={seconds},v1={signature}");
        using var answer = await http.SendAsync(request);
        var answered = Watch.Now;
        answer.EnsureSuccessStatusCode();
        return answered;
    }
}
