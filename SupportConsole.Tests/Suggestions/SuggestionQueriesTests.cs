using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Suggestions;

public sealed class SuggestionQueriesTests : IAsyncLifetime
{
    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Theory]
    [InlineData(SuggestionSort.Worth)]
    [InlineData(SuggestionSort.Newest)]
    public async Task List_ReadPageByPage_HoldsEveryCardOnceInOrder(SuggestionSort sort)
    {
        double[] worth = [40, 10, 40, 25, 40, 10, 99];
        await AddAsync(worth);
        var seen = new List<SuggestionRow>();
        string? cursor = null;
        do
        {
            var page = await _loop.Cards.ListAsync(new SuggestionFilter(SuggestionView.Open, null, sort), cursor, 2);
            seen.AddRange(page.Rows);
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        seen.Select(row => row.Id).Distinct().Count().ShouldBe(worth.Length);
        var ordered = sort == SuggestionSort.Worth
            ? seen.OrderByDescending(row => row.Worth).ThenByDescending(row => row.Id)
            : seen.OrderByDescending(row => row.Id);
        seen.ShouldBe(ordered);
    }

    [Theory]
    [InlineData("NaN_0_1")]
    [InlineData("Infinity_0_1")]
    [InlineData("1_0")]
    public void Cursor_NotOneOfOurs_IsNone(string cursor) => SuggestionQueries.IsCursor(cursor).ShouldBeFalse();

    [Fact]
    public async Task Judged_TwoInOneSecond_AreBothOnSomePage()
    {
        var ids = await AddAsync([1, 2, 3]);
        await using (var db = await _loop.ContextAsync())
        {
            foreach (var (id, ticks) in ids.Zip([5, 3, 3]))
                await db.Suggestions.Where(card => card.Id == id).ExecuteUpdateAsync(set => set.SetProperty(card => card.JudgedAt, _loop.Clock.GetUtcNow().UtcDateTime.AddTicks(ticks)));
        }

        var first = await _loop.Cards.ListAsync(new SuggestionFilter(SuggestionView.Judged), null, 1);
        var second = await _loop.Cards.ListAsync(new SuggestionFilter(SuggestionView.Judged), first.NextCursor, 1);
        var third = await _loop.Cards.ListAsync(new SuggestionFilter(SuggestionView.Judged), second.NextCursor, 1);

        first.Rows.Concat(second.Rows).Concat(third.Rows).Select(row => row.Id).ShouldBe([ids[0], ids[2], ids[1]]);
        third.NextCursor.ShouldBeNull();
    }

    [Fact]
    public async Task Rows_OfEachView_AgreeWithTheListOfThatView()
    {
        var ids = await AddAsync([1, 2, 3, 4]);
        await _loop.Decisions.RejectAsync(ids[0], null, RejectReason.NotNow, null, Loop.Admin);
        await _loop.Decisions.SnoozeAsync(ids[1], null, _loop.Clock.GetUtcNow().UtcDateTime.AddDays(1), Loop.Admin);
        await _loop.Decisions.AcceptAsync(ids[2], null, Loop.Admin);
        var now = _loop.Clock.GetUtcNow().UtcDateTime;
        var rows = await _loop.Cards.RowsAsync(ids);
        var counts = await _loop.Cards.CountsAsync();

        foreach (var view in Enum.GetValues<SuggestionView>())
        {
            var listed = (await _loop.Cards.ListAsync(view)).Rows.Select(row => row.Id).Order();
            rows.Where(row => row.IsIn(view, now)).Select(row => row.Id).Order().ShouldBe(listed, $"{view}");
            counts[view].ShouldBe(listed.Count(), $"{view}");
        }
    }

    [Fact]
    public async Task Find_PercentSignTyped_IsAPercentSign()
    {
        await AddAsync([1]);

        (await _loop.Cards.FindAsync([("finance", [])], 5)).Count.ShouldBe(1);
        (await _loop.Cards.FindAsync([("%", [])], 5)).ShouldBeEmpty();
        (await _loop.Cards.FindAsync([("finance", []), ("zzz", ["missing.not_confirmed"])], 5)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task History_OfADecidedCard_NamesThePerson()
    {
        var person = await _loop.Host.AddPersonAsync("Admin", "Anna de Wit");
        var id = (await AddAsync([1]))[0];
        await _loop.Decisions.RejectAsync(id, null, RejectReason.WrongCause, "no", new(person.UserName!, person.Id));
        await _loop.Decisions.ReopenAsync(id, null, Domain.Access.Actor.ApiKey("ops"));

        var history = await _loop.Get<SuggestionReading>().HistoryAsync(id);

        history.Select(line => (line.Action, line.Name)).ShouldBe([("suggestion.reopened", null), ("suggestion.rejected", "Anna de Wit")]);
    }

    private async Task<List<long>> AddAsync(double[] worth)
    {
        var cards = worth.Select((minutes, i) => Samples.Card(_loop.Project.Id, worth: minutes, fingerprint: $"{i}")).ToList();
        await _loop.Get<WriteGate>().WriteAsync(db =>
        {
            db.Suggestions.AddRange(cards);
            return Task.CompletedTask;
        });
        return [.. cards.Select(card => card.Id)];
    }
}
