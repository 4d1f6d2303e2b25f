using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupportConsole.Domain.Intake;

namespace SupportConsole.Bench.Ingest;

/// <summary>Sends calls by API key, many clients at once, as quickly as they are answered.</summary>
internal sealed class CallClient : IDisposable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private readonly HttpClient _http;
    private readonly int _projects;
    private int _sent;

    private CallClient(ConsoleProcess console, string key, int projects)
    {
        _projects = projects;
        _http = new HttpClient { BaseAddress = console.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Starts the console, with <paramref name="projects"/> projects: <paramref name="prefix"/>0 and so on.</summary>
    public static async Task<CallClient> StartAsync(ConsoleProcess console, int projects, string prefix = "project-")
    {
        var key = await console.AddKeyAsync();
        await console.StartAsync();
        var client = new CallClient(console, key, projects);
        for (var i = 0; i < projects; i++)
        {
            using var answer = await client._http.PostAsJsonAsync("/api/projects", StoredCalls.Draft($"{prefix}{i}"), Json);
            answer.EnsureSuccessStatusCode();
        }

        return client;
    }

    /// <summary>Sends calls one by one for so long; the rows are those that were answered.</summary>
    public async Task<Rate> SendForAsync(TimeSpan time, int clients)
    {
        var watch = Stopwatch.StartNew();
        var answered = await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            await Task.Yield();
            var rows = 0L;
            for (; watch.Elapsed < time; rows++)
                await PostAsync("/api/calls", JsonSerializer.SerializeToUtf8Bytes(Next(), Json));
            return rows;
        }));
        return new Rate(answered.Sum(), watch.Elapsed.TotalSeconds);
    }

    /// <summary>Sends one call; false when the console was not there or gave no answer.</summary>
    public async Task<bool> TrySendAsync(string id)
    {
        try
        {
            await PostAsync("/api/calls", JsonSerializer.SerializeToUtf8Bytes(StoredCalls.One(id, "project-0", DateTimeOffset.UtcNow, new Random(1)), Json));
            return true;
        }
        catch (HttpRequestException fault) when (fault.StatusCode is null)
        {
            return false;
        }
    }

    /// <summary>Sends so many calls in batches; they are written down before the clock starts.</summary>
    public async Task<Rate> SendBatchesAsync(int rows, int size, int clients)
    {
        var bodies = new Queue<byte[]>(Enumerable.Range(0, rows / size).Select(_ => JsonSerializer.SerializeToUtf8Bytes(Enumerable.Range(0, size).Select(_ => Next()), Json)));
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            await Task.Yield();
            while (true)
            {
                byte[]? body;
                lock (bodies)
                {
                    if (!bodies.TryDequeue(out body))
                        return;
                }

                await PostAsync("/api/calls/batch", body);
            }
        }));
        return new Rate(rows, watch.Elapsed.TotalSeconds);
    }

    public void Dispose() => _http.Dispose();

    private CallEnded Next()
    {
        var number = Interlocked.Increment(ref _sent);
        return StoredCalls.One($"call-{number}", $"project-{number % _projects}", DateTimeOffset.UtcNow, new Random(number));
    }

    private async Task PostAsync(string address, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await _http.PostAsync(new Uri(address, UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
    }
}
