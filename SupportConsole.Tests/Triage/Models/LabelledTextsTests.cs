using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Triage.Models;

/// <summary>What people label, correct and remove, each with its way back.</summary>
public sealed class LabelledTextsTests : IAsyncLifetime
{
    /// <summary>By their hashes the first is learned and the second is held out.</summary>
    private const string Learned = "Where is my parcel?", HeldOut = "Hi, where is the package? It is late.";

    private readonly QueryPlans _plans = new();
    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync(services => services.AddSingleton<IInterceptor>(_plans));

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Texts_UploadedAgain_AreHereOnceWithTheLabelThatWasGivenLast()
    {
        (await AddAsync(new(Learned, "delivery"), new("I want  my money back", "refund"))).ShouldBe(new AddedTexts(2, 0, 0));
        var held = (await RowsAsync()).ToDictionary(row => row.Hash, row => row.HeldOut);

        (await AddAsync(new("where is my  PARCEL?", "delivery"), new("I want my money back", "cancel"), new("I want my money back", "cancel"), new("New", "refund")))
            .ShouldBe(new AddedTexts(1, 1, 2));

        var rows = await RowsAsync();
        rows.Select(row => row.Label).ShouldBe(["delivery", "cancel", "refund"]);
        rows.Where(row => held.ContainsKey(row.Hash)).ShouldAllBe(row => row.HeldOut == held[row.Hash]); // No text moves between learning and judging.
    }

    [Fact]
    public async Task Correction_TakenBack_LeavesTheTextAsItWas()
    {
        await AddAsync(new NewLabel(Learned, "refund"));
        var before = (await RowsAsync()).ShouldHaveSingleItem();
        var staff = await StaffAsync();
        _loop.Clock.Advance(TimeSpan.FromHours(1));

        var noted = await Texts.CorrectAsync(new(Learned, "delivery"), staff);
        (await Queries.SinceAsync(LabelKind.Topic, before.Id)).ShouldBe(1);
        (await Texts.TakeBackAsync(noted, staff)).ShouldBeTrue();

        var after = (await RowsAsync()).ShouldHaveSingleItem();
        (after.Id, after.Label, after.Source, after.AddedBy, after.AddedAt).ShouldBe((before.Id, "refund", "texts.csv", Loop.Admin.Name, before.AddedAt));
        (await Queries.SinceAsync(LabelKind.Topic, before.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task Correction_OfATextThatHasAnotherLabelSince_CannotBeTakenBack()
    {
        var staff = await StaffAsync();
        var noted = await Texts.CorrectAsync(new(Learned, "delivery"), staff);
        await Texts.CorrectAsync(new(Learned, "refund"), Loop.Admin);

        (await Texts.TakeBackAsync(noted, staff)).ShouldBeFalse();

        (await RowsAsync()).ShouldHaveSingleItem().Label.ShouldBe("refund");
    }

    [Fact]
    public async Task Correction_ThatSaysWhatIsKnown_ChangesNothingWhenItIsTakenBack()
    {
        await AddAsync(new NewLabel(Learned, "refund"));

        (await Texts.TakeBackAsync(await Texts.CorrectAsync(new(Learned, "refund"), Loop.Admin), Loop.Admin)).ShouldBeTrue();

        (await RowsAsync()).ShouldHaveSingleItem().Source.ShouldBe("texts.csv");
    }

    [Fact]
    public async Task Correction_OfATextThatIsHeldOut_SaysSoAndDoesNotWait()
    {
        var noted = await Texts.CorrectAsync(new(HeldOut, "delivery"), Loop.Admin);

        noted.HeldOut.ShouldBeTrue();
        (await Queries.SinceAsync(LabelKind.Topic, 0)).ShouldBe(0);
        (await Queries.ListAsync(new LabelFilter(LabelKind.Topic, WaitingSince: 0), null, 25, masked: false)).ShouldBeEmpty();
        (await Queries.ListAsync(new LabelFilter(), null, 25, masked: false)).ShouldHaveSingleItem().HeldOut.ShouldBeTrue();
    }

    [Fact]
    public async Task Roles_ThatMayNotTeach_AreRefused()
    {
        var manager = await _loop.Host.AddPersonAsync(Roles.Manager);
        var staff = await StaffAsync();

        await Should.ThrowAsync<AccessDeniedException>(() => Texts.CorrectAsync(new("x", "y"), new Actor("m", manager.Id)));
        await Should.ThrowAsync<AccessDeniedException>(() => Texts.AddAsync([new("x", "y")], "f.csv", staff));
        await Should.ThrowAsync<AccessDeniedException>(() => Texts.RemoveAsync(1, staff));
        await Should.ThrowAsync<AccessDeniedException>(() => Texts.RemoveAsync(new LabelFilter(), staff));
        await Should.ThrowAsync<AccessDeniedException>(() => Texts.PutBackAsync([], staff));
    }

    [Fact]
    public async Task Text_RemovedAndPutBack_IsAsItWas()
    {
        await AddAsync(new NewLabel(Learned, "refund"), new NewLabel("other", "cancel"));
        var before = (await RowsAsync())[0];
        _loop.Clock.Advance(TimeSpan.FromHours(1));

        var removed = await Texts.RemoveAsync(before.Id, Loop.Admin);
        (await RowsAsync()).ShouldHaveSingleItem().Label.ShouldBe("cancel");
        (await Texts.PutBackAsync(removed, Loop.Admin)).ShouldBe(1);

        var after = (await RowsAsync())[0];
        (after.Id, after.Text, after.Label, after.Source, after.AddedBy, after.AddedAt).ShouldBe((before.Id, before.Text, before.Label, before.Source, before.AddedBy, before.AddedAt));
        (await Texts.PutBackAsync(removed, Loop.Admin)).ShouldBe(0);
        (await Texts.RemoveAsync(99, Loop.Admin)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Texts_OfOneCustomer_AreFoundAndRemovedTogetherAndTheAuditDoesNotRepeatThem()
    {
        await AddAsync(new("Jane Doe wants 100% back", "refund"), new("please call JANE DOE", "call"), new("100 percent sure", "refund"), new("somebody else", "call"));

        (await Queries.ListAsync(new LabelFilter(Text: "100%"), null, 25, masked: false)).ShouldHaveSingleItem();
        (await Queries.CountAsync(new LabelFilter(Text: "jane doe"))).ShouldBe(2);
        (await Texts.RemoveAsync(new LabelFilter(Text: "jane doe"), Loop.Admin)).Count.ShouldBe(2);

        (await RowsAsync()).Select(row => row.Text).ShouldBe(["100 percent sure", "somebody else"]);
        await using var db = await _loop.ContextAsync();
        var entry = await db.AuditEntries.SingleAsync(entry => entry.Action == "triage.texts_removed");
        entry.Detail.ShouldBe("""{"texts":2,"label":["call","refund"]}""");
    }

    [Fact]
    public async Task List_OfAManager_HidesWhatIdentifiesACustomer()
    {
        await AddAsync(new NewLabel("My name is Jane Doe, mail jane.doe@example.com or call +31 6 1234 5678", "call"));

        var shown = (await Queries.ListAsync(new LabelFilter(), null, 25, masked: true)).ShouldHaveSingleItem().Text;

        shown.ShouldNotContain("jane.doe@example.com");
        shown.ShouldNotContain("1234 5678");
    }

    [Fact]
    public async Task Totals_AreCountedOnceUntilSomethingChanges()
    {
        await AddAsync(new(Learned, "delivery"), new(HeldOut, "oos"), new("I want my money back", "refund"));
        var first = await Queries.TotalsAsync(LabelKind.Topic);
        (first.Texts, first.HeldOut, first.LabelCount, first.Learnable).ShouldBe((3, 1, 3, 2));

        (await Queries.TotalsAsync(LabelKind.Topic)).ShouldBeSameAs(first);

        var removed = await Texts.RemoveAsync((await RowsAsync())[0].Id, Loop.Admin);
        (await Queries.TotalsAsync(LabelKind.Topic)).Texts.ShouldBe(2);
        await Texts.PutBackAsync(removed, Loop.Admin);
        (await Queries.TotalsAsync(LabelKind.Topic)).Texts.ShouldBe(3);
    }

    [Fact]
    public async Task Totals_OfMoreLabelsThanCanBeLearned_NameTheFirstAndCountAll()
    {
        await AddAsync([.. Enumerable.Range(0, 1_100).Select(i => new NewLabel($"text {i}", $"label {i}"))]);

        var totals = await Queries.TotalsAsync(LabelKind.Topic);

        (totals.Labels.Count, totals.LabelCount, totals.Texts).ShouldBe((1_000, 1_100, 1_100));
    }

    [Fact]
    public async Task Readings_OfThePages_GoThroughIndexes()
    {
        await AddAsync(new NewLabel("a b", "x"));
        _plans.Lines.Clear();

        await Queries.ListAsync(new LabelFilter(), null, 25, masked: true);
        await Queries.ListAsync(new LabelFilter(LabelKind.Topic, "x"), 9, 25, masked: false);
        await Queries.ListAsync(new LabelFilter(LabelKind.Topic, WaitingSince: 5), null, 25, masked: false);
        await Queries.SinceAsync(LabelKind.Topic, 5);
        await Queries.TotalsAsync(LabelKind.Topic);

        _plans.Scans.ShouldBeEmpty();
    }

    private LabelledTexts Texts => _loop.Get<LabelledTexts>();

    private LabelQueries Queries => _loop.Get<LabelQueries>();

    private Task<AddedTexts> AddAsync(params NewLabel[] texts) => Texts.AddAsync(texts, "texts.csv", Loop.Admin);

    private async Task<Actor> StaffAsync()
    {
        var person = await _loop.Host.AddPersonAsync(Roles.Staff);
        return new Actor(person.UserName!, person.Id);
    }

    private async Task<List<LabelledText>> RowsAsync()
    {
        await using var db = await _loop.ContextAsync();
        return await db.LabelledTexts.AsNoTracking().OrderBy(text => text.Id).ToListAsync();
    }
}
