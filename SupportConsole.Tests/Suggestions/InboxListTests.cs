using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Suggestions;

namespace SupportConsole.Tests.Suggestions;

public sealed class InboxListTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private readonly InboxList _list = new(new SuggestionFilter(SuggestionView.Open));

    [Fact]
    public void NewCard_WhileTheListIsRead_WaitsBehindThePill()
    {
        _list.Start(Page(Row(1, 50), Row(2, 40)));

        _list.Refresh([Row(1, 50), Row(2, 40)], Page(Row(3, 90), Row(1, 50), Row(2, 40)), Now);

        _list.Entries.Select(entry => entry.Row.Id).ShouldBe([1, 2]);
        _list.New.ShouldBe(1);
    }

    [Fact]
    public void CardFromBelowTheFold_IsNotNew()
    {
        _list.Start(new SuggestionPage([Row(1, 50), Row(2, 40)], "more"));

        _list.Refresh([Row(1, 50, SuggestionStatus.Applied), Row(2, 40)], Page(Row(2, 40), Row(3, 30)), Now);

        _list.New.ShouldBe(0);
    }

    [Fact]
    public void DecidedCard_StaysInItsPlaceAndSaysSo()
    {
        _list.Start(Page(Row(1, 50), Row(2, 40)));

        _list.Refresh([Row(1, 50, SuggestionStatus.Rejected), Row(2, 40)], Page(Row(2, 40)), Now);

        _list.Entries.Select(entry => (entry.Row.Id, entry.Left)).ShouldBe([(1, true), (2, false)]);
        _list.Left.ShouldBe(1);

        _list.Refresh([Row(1, 50), Row(2, 40)], Page(Row(1, 50), Row(2, 40)), Now);
        _list.Left.ShouldBe(0);
    }

    [Fact]
    public void EmptyList_WithANewCard_ShowsIt()
    {
        _list.Start(Page());

        _list.Refresh([], Page(Row(7, 1)), Now);

        _list.Entries.ShouldHaveSingleItem().Row.Id.ShouldBe(7);
        _list.New.ShouldBe(0);
    }

    [Fact]
    public void Step_AtTheEnds_StaysThere()
    {
        _list.Start(Page(Row(1, 50), Row(2, 40)));

        _list.Step(1, 1).ShouldBe(2);
        _list.Step(2, 1).ShouldBe(2);
        _list.Step(1, -1).ShouldBe(1);
        _list.Step(99, 1).ShouldBe(1);
    }

    [Fact]
    public void Append_OfACardThatMovedDown_ShowsItOnce()
    {
        _list.Start(new SuggestionPage([Row(1, 50), Row(2, 40)], "more"));

        _list.Append(Page(Row(2, 40), Row(3, 30)));

        _list.Entries.Select(entry => entry.Row.Id).ShouldBe([1, 2, 3]);
        _list.NextCursor.ShouldBeNull();
    }

    private static SuggestionPage Page(params SuggestionRow[] rows) => new(rows, null);

    private static SuggestionRow Row(long id, double worth, SuggestionStatus status = SuggestionStatus.Pending) => new(
        id, 1, "p", "P", SuggestionKind.MissingData, "missing.not_asked", Metric.FieldCaptured, "price", "price", Priority.High, status,
        new PredictedImpact(10, 5, 15, 20, 100, 50), worth, worth, Now, null, null, null, null, null, null, null, null, null, null, null, null, Archived: false);
}
