using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using SupportConsole.Domain.Live;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Live;

public sealed class SharedReadingsTests
{
    private static readonly LiveTopic[] Topics = [LiveTopic.Suggestion];

    private readonly LiveFeed _feed = new(NullLogger<LiveFeed>.Instance);
    private readonly FakeClock _clock = new();
    private readonly SharedReadings _readings;
    private int _reads;

    public SharedReadingsTests() => _readings = new SharedReadings(_feed, _clock);

    [Fact]
    public async Task Reading_FiftyPagesAskAtOnce_IsDoneOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AskAsync("open")));
        _reads.ShouldBe(1);
    }

    [Fact]
    public async Task Reading_InsideTheAnnouncement_SeesTheChange()
    {
        Task<int>? asked = null;
        using var page = _feed.Subscribe(Topics, _ => asked = AskAsync("open"));
        await AskAsync("open");

        _feed.Announce(new LiveChange(LiveTopic.Suggestion, 1));

        (await asked!).ShouldBe(2);
    }

    [Fact]
    public async Task Reading_AnotherTopicChanged_IsNotDoneAgain()
    {
        await AskAsync("open");
        _feed.Announce(new LiveChange(LiveTopic.Access, 1));
        (await AskAsync("open")).ShouldBe(1);
    }

    [Fact]
    public async Task Reading_AfterAWhile_IsDoneAgain()
    {
        await AskAsync("open");
        _clock.Advance(TimeSpan.FromSeconds(3));
        (await AskAsync("open")).ShouldBe(2);
    }

    [Fact]
    public async Task Reading_ThatFails_IsNotKept()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _readings.GetAsync<int>("open", Topics, () => throw new InvalidOperationException()));
        (await AskAsync("open")).ShouldBe(1);
    }

    private Task<int> AskAsync(string question) => _readings.GetAsync(question, Topics, async () =>
    {
        await Task.Yield();
        return Interlocked.Increment(ref _reads);
    });
}
