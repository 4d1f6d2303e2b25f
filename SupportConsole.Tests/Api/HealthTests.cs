using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Detection;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Api;

public sealed class HealthTests : IAsyncLifetime
{
    private readonly HangingDetector _detector = new();
    private ApiConsole _console = null!;
    private HttpClient _stranger = null!;

    public async Task InitializeAsync()
    {
        _console = await ApiConsole.StartAsync(services => services.AddSingleton<ICallDetector>(_detector));
        _stranger = _console.Host.StrangerClient();
    }

    public Task DisposeAsync()
    {
        _detector.Release();
        return _console.DisposeAsync().AsTask();
    }

    [Fact]
    public async Task Ready_WorkerHangs_Says503AndNothingElse()
    {
        (await _stranger.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _console.Sender.PostJsonAsync("/api/calls", _console.Call("call-1", captured: true))).Is(HttpStatusCode.Accepted);
        await _detector.Entered;

        _console.Clock.Advance(TimeSpan.FromMinutes(5));

        await IsUnhealthyAsync();
    }

    [Fact]
    public async Task Ready_WorkerRestsLongerThanItMayBeStuck_IsReadyMeanwhile()
    {
        await using var host = new ConsoleHost
        {
            Settings = { ["Intake:IdleSeconds"] = "600", ["Intake:StuckSeconds"] = "60" },
            Replace = services => services.AddSingleton<TimeProvider>(_console.Clock),
        };
        _ = host.Address;

        _console.Clock.Advance(TimeSpan.FromSeconds(590));
        (await host.StrangerClient().GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);

        _console.Clock.Advance(TimeSpan.FromSeconds(90));
        (await host.StrangerClient().GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Ready_DatabaseNotAtThisBuildsShape_Says503AndNothingElse()
    {
        await _console.ReadAsync(db => db.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsHistory" """));

        await IsUnhealthyAsync();
    }

    private async Task IsUnhealthyAsync()
    {
        var answer = await _stranger.GetAsync("/health/ready");
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("Unhealthy");
        (await _stranger.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Never comes to an end over a project with calls, until it is released.</summary>
    private sealed class HangingDetector : ICallDetector
    {
        private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _released = new();

        public Task Entered => _entered.Task;

        public string Name => "hanging";

        public void Release() => _released.Set();

        public IEnumerable<Finding> Find(ProjectSnapshot snapshot, DetectionOptions options)
        {
            if (snapshot.Totals.Calls > 0)
            {
                _entered.TrySetResult();
                _released.Wait();
            }

            return [];
        }
    }
}
