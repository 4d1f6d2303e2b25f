using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Tests.TestSupport;

/// <summary>
/// A console that is killed again and again, and callers who ask again until they are answered. Between two processes the file is
/// checked: what was answered is there, counts equal a recount, and the state is the one that this kill must leave.
/// </summary>
public sealed class KilledConsole((string When, string? Left)[] kills) : IAsyncDisposable
{
    private const string Key = "sc_killed";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"console-{Guid.NewGuid():N}");
    private readonly HashSet<string> _answered = [];
    private ConsoleProcess? _process;
    private int _next;

    public int KillsLeft => kills.Length - _next;

    public async Task StartAsync()
    {
        Directory.CreateDirectory(_folder);
        await using (var db = Open())
        {
            await db.Database.MigrateAsync();
            db.ApiKeys.Add(new ApiKey { Name = "tester", Hash = ApiKeyDirectory.Hash(Key), Start = "sc_", Scopes = [.. Scopes.All], CreatedAt = db.Now });
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        await StartProcessAsync();
    }

    public async Task MakeProjectAsync() => (await SendAsync(HttpMethod.Post, "/api/projects", new
    {
        external_id = "cars",
        name = "Car Finance Checker",
        capture_fields = new[] { new { key = "price" } },
        instructions = ApiConsole.Instructions,
    })).Is(HttpStatusCode.Created);

    /// <summary>Sends calls all at once; who gets no answer sends again.</summary>
    public async Task SendCallsAsync(string prefix, int count, int captured, int version)
    {
        var unanswered = Enumerable.Range(0, count).ToHashSet();
        while (unanswered.Count > 0)
        {
            var answers = await Task.WhenAll(unanswered.Select(async i => (i, Answer: await TryAsync(HttpMethod.Post, "/api/calls", Call($"{prefix}-{i}", i < captured, version)))));
            foreach (var (i, answer) in answers.Where(answer => answer.Answer is not null))
            {
                ((int)answer!.Status).ShouldBeInRange(200, 202);
                _answered.Add($"{prefix}-{i}");
                unanswered.Remove(i);
            }

            if (unanswered.Count > 0)
                await RestartAsync();
        }
    }

    /// <summary>Asks about the project until <paramref name="holds"/>: through two restarts, after each of which jobs begin twenty seconds later.</summary>
    public async Task<JsonElement> UntilAsync(string path, Func<JsonElement, bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (true)
        {
            var answer = (await SendAsync(HttpMethod.Get, path)).Is(HttpStatusCode.OK);
            if (holds(answer.Json))
                return answer.Json;
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    /// <summary>Asks until there is an answer.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null)
    {
        while (true)
        {
            if (await TryAsync(method, path.StartsWith('/') ? path : $"/api/projects/cars/{path}", body) is { } answer)
                return answer;
            await RestartAsync();
        }
    }

    public async Task StopAsync()
    {
        await _process!.DisposeAsync();
        _process = null;
        await CheckAsync(null);
    }

    public async Task<List<string>> AuditAsync()
    {
        await using var db = Open();
        return await db.AuditEntries.OrderBy(row => row.Id).Select(row => row.Action).ToListAsync();
    }

    public async Task<List<string>> NotificationsAsync()
    {
        await using var db = Open();
        return await db.Notifications.OrderBy(row => row.Id).Select(row => row.Kind).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<Answer?> TryAsync(HttpMethod method, string path, object? body)
    {
        if (_process!.Client is not { } client)
            return null;
        try
        {
            return await client.SendJsonAsync(method, path, body);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private async Task RestartAsync()
    {
        await _process!.KilledAsync();
        await _process.DisposeAsync();
        await CheckAsync(kills[_next].Left);
        _next++;
        await StartProcessAsync();
    }

    private async Task StartProcessAsync()
    {
        _process = await ConsoleProcess.StartAsync(
            _folder, _next < kills.Length ? kills[_next].When : null, "--Jobs:Enabled", "false", "--Impact:MeasureEverySeconds", "1");
        _process.Client?.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    /// <summary>What must hold in the file whenever the process dies.</summary>
    private async Task CheckAsync(string? left)
    {
        await using var db = Open();
        var calls = await db.Calls.AsNoTracking().ToListAsync();
        _answered.Except(calls.Select(call => call.ExternalId)).ShouldBeEmpty("answered and lost");
        calls.Count.ShouldBe(calls.DistinctBy(call => call.ExternalId).Count());
        var project = await db.Projects.AsNoTracking().SingleAsync();
        var counted = await db.CallCounts.AsNoTracking().ToListAsync();
        counted.ToDictionary(row => Line(row.Version, row.Bucket, row.Kind, row.Value), row => row.Count).ShouldBe(
            calls.Where(call => call.ProcessedAt is not null)
                .SelectMany(call => CallCounting.Entries(call, project.CaptureFields), (call, entry) =>
                    Line(call.InstructionVersion!.Value, CallCounting.BucketOf(call.StartedAt), entry.Kind, entry.Value))
                .CountBy(line => line).ToDictionary(), ignoreOrder: true);
        if (left is null)
            return;
        var card = await db.Suggestions.AsNoTracking().SingleOrDefaultAsync();
        var versions = await db.InstructionVersions.CountAsync();
        $"{card?.Status.ToString() ?? "no card"}, {versions} version{(versions == 1 ? "" : "s")}, {await db.Outcomes.CountAsync()} judged"
            .ShouldBe(left, kills[_next].When);
    }

    private static string Line(int version, DateTime bucket, CallCountKind kind, string value) =>
        string.Create(CultureInfo.InvariantCulture, $"{version} {bucket:s} {kind} {value}");

    private static object Call(string id, bool captured, int version) => new
    {
        call_id = id,
        project_id = "cars",
        instruction_version = version,
        status = "completed",
        started_at = DateTimeOffset.UtcNow,
        duration_seconds = 90,
        fields = captured ? new Dictionary<string, string> { ["price"] = "200" } : [],
        transcript = new[] { new { role = "agent", text = "What price do you have in mind?" }, new { role = "customer", text = "Around 200 a month." } },
    };

    private SupportDbContext Open() => new(
        new DbContextOptionsBuilder<SupportDbContext>().UseSqlite($"Data Source={Path.Combine(_folder, "console.db")};Pooling=False").Options,
        new LiveFeed(NullLogger<LiveFeed>.Instance), TimeProvider.System);
}
