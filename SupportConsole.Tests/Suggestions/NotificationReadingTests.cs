using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Suggestions;

public sealed class NotificationReadingTests : IAsyncLifetime
{
    private Loop _loop = null!;

    private NotificationReading Reading => _loop.Get<NotificationReading>();

    public async Task InitializeAsync()
    {
        _loop = await Loop.StartAsync();
        await _loop.CallsAsync(40, captured: 12);
        await _loop.Decisions.AcceptAsync((await _loop.OpenCardAsync()).Id, null, Loop.Admin);
    }

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task List_OfACardFoundAndApplied_SaysBothNewestFirst()
    {
        var rows = (await Reading.ListAsync()).Rows;

        rows.Select(row => row.Kind).ShouldBe([Notification.SuggestionApplied, Notification.InstructionSuggestion]);
        rows[1].ProjectName.ShouldBe("Car Finance Checker");
        rows[1].Cause.ShouldBe("missing.not_confirmed");
        rows[1].Changes.ShouldBeGreaterThan(0);
        (await Reading.ListAsync(before: rows[0].Id, take: 1)).Rows.ShouldHaveSingleItem().Id.ShouldBe(rows[1].Id);
        (await Reading.ListAsync(take: 1)).Next.ShouldBe(rows[0].Id);
    }

    [Fact]
    public async Task Unseen_AfterSeeingTheFirst_IsTheSecondForThisPersonOnly()
    {
        var (anna, ben) = (await _loop.Host.AddPersonAsync(Roles.Admin), await _loop.Host.AddPersonAsync(Roles.Manager));
        var rows = (await Reading.ListAsync()).Rows;

        await _loop.Get<NotificationSeeing>().SeenAsync(anna.Id, rows[1].Id);

        var unseen = await Reading.UnseenAsync(anna.Id);
        unseen.Count.ShouldBe(1);
        (unseen.Holds(rows[0]), unseen.Holds(rows[1])).ShouldBe((true, false));
        (await Reading.UnseenAsync(ben.Id)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Seen_OfAnOlderOne_TakesNothingBack()
    {
        var anna = await _loop.Host.AddPersonAsync(Roles.Admin);
        var rows = (await Reading.ListAsync()).Rows;
        await _loop.Get<NotificationSeeing>().SeenAsync(anna.Id, rows[0].Id);

        await _loop.Get<NotificationSeeing>().SeenAsync(anna.Id, rows[1].Id);

        (await Reading.UnseenAsync(anna.Id)).Count.ShouldBe(0);
    }

    [Fact]
    public async Task Unseen_OfSomebodyWhoCameLater_StartsAtNothing()
    {
        var anna = await _loop.Host.AddPersonAsync(Roles.Admin);
        await _loop.Get<WriteGate>().WriteAsync(db =>
        {
            db.Entry(db.Users.Single(person => person.Id == anna.Id)).Property(person => person.CreatedAt).CurrentValue = db.Now.AddMinutes(1);
            return Task.CompletedTask;
        });

        (await Reading.UnseenAsync(anna.Id)).Count.ShouldBe(0);
    }
}
