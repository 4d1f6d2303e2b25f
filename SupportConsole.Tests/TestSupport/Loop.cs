using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;

namespace SupportConsole.Tests.TestSupport;

/// <summary>A real host under a clock that moves when told to, with one project whose agent asks a price and does not confirm it.</summary>
public sealed class Loop : IAsyncDisposable
{
    /// <summary>They follow every practice, so that a test has the card it is about and no other.</summary>
    public const string Instructions = "Be friendly. " + GoodPractice + "\n\n## Opening\nSay hello.\n\n## Capture price\nAsk what price they have in mind.\n";

    public const string GoodPractice = "Say your name and why you call. Ask one question at a time, let the customer finish, and accept a no.";

    public static readonly Actor Admin = new("test");

    private int _calls;

    private Loop(ConsoleHost host, FakeClock clock) => (Host, Clock) = (host, clock);

    public ConsoleHost Host { get; }

    public FakeClock Clock { get; }

    public Project Project { get; private set; } = null!;

    public SuggestionDecisions Decisions => Get<SuggestionDecisions>();

    public SuggestionQueries Cards => Get<SuggestionQueries>();

    public static async Task<Loop> StartAsync(Action<IServiceCollection>? replace = null)
    {
        var clock = new FakeClock();
        var loop = new Loop(new ConsoleHost
        {
            Replace = services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                replace?.Invoke(services);
            },
        }, clock);
        _ = loop.Host.Address;
        var draft = new ProjectDraft("cars", "Car Finance Checker", "finance", "en", [new CaptureField("price", "price")], Instructions);
        loop.Project = (await loop.Get<ProjectEditing>().CreateAsync(draft, Admin))!;
        return loop;
    }

    public T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    /// <summary>Records completed calls that start now, of which the first <paramref name="captured"/> hold the price, and processes them.</summary>
    public Task CallsAsync(int count, int captured, string project = "cars") => RecordAsync(count, i => new CallEnded(
        $"call-{_calls++}", project, null, null, CallStatus.Completed, null, CallEnding.Agent, Clock.GetUtcNow(), 90,
        i < captured ? new() { ["price"] = "200" } : [],
        [new CallEnded.Line(Speaker.Agent, "What price do you have in mind?", 0), new CallEnded.Line(Speaker.Customer, "Around 200 a month.", 4000)]));

    /// <summary>Records completed calls without a price, of which nobody knows what was said, and processes them.</summary>
    public Task CallsWithoutTranscriptAsync(int count) => RecordAsync(count, _ => new CallEnded(
        $"call-{_calls++}", "cars", null, null, CallStatus.Completed, null, CallEnding.Agent, Clock.GetUtcNow(), 90, [], []));

    /// <summary>Records calls that nobody answered, and processes them.</summary>
    public Task FailedCallsAsync(int count, string project = "cars") => RecordAsync(count, _ => new CallEnded(
        $"call-{_calls++}", project, null, null, CallStatus.Failed, "no answer", CallEnding.System, Clock.GetUtcNow(), 20, [], []));

    public async Task ProcessAsync()
    {
        while (await Get<EventPipeline>().ProcessAsync() > 0)
        {
        }
    }

    /// <summary>Gives the project these capture fields instead.</summary>
    public async Task CaptureAsync(params List<CaptureField> fields)
    {
        var project = (await Get<ProjectQueries>().GetAsync("cars"))!;
        var draft = new ProjectDraft(null, project.Name, project.Industry, project.Language, fields, null);
        (await Get<ProjectEditing>().SaveSettingsAsync(project.Id, project.Revision, draft, Admin)).ShouldBe(EditOutcome.Done);
    }

    /// <summary>The one open card.</summary>
    public async Task<SuggestionRow> OpenCardAsync() => (await Cards.ListAsync(SuggestionView.Open)).Rows.ShouldHaveSingleItem();

    public async Task<SuggestionDetail> CardAsync(long id) => (await Cards.GetAsync(id)).ShouldNotBeNull();

    /// <summary>The served text.</summary>
    public async Task<string> TextAsync()
    {
        await using var db = await ContextAsync();
        return await db.InstructionVersions.Where(version => version.ProjectId == Project.Id && version.Number == version.Project!.CurrentVersion)
            .Select(version => version.Text).SingleAsync();
    }

    public Task<SupportDbContext> ContextAsync() => Get<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task RecordAsync(int count, Func<int, CallEnded> call)
    {
        // In one commit: each alone would wait for the disk, and a worker that took some of them first would look at another picture.
        var recorded = await Get<CallIntake>().RecordAsync("test", [.. Enumerable.Range(0, count).Select(call)]);
        recorded.ShouldAllBe(one => one.Errors == null);
        await ProcessAsync();
    }
}
