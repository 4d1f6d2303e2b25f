using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Catalogue;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Domain.Suggestions.Learning;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Suggestions;

public sealed class LearningFromDecisionsTests : IAsyncLifetime
{
    private const string Cause = "missing.not_confirmed";

    private Loop _loop = null!;
    private long _first, _second, _other;

    public async Task InitializeAsync()
    {
        _loop = await Loop.StartAsync();
        _first = await AddAsync(Samples.Card(_loop.Project.Id, Cause, "price", worth: 200));
        _second = await AddAsync(Samples.Card(_loop.Project.Id, Cause, "postcode", worth: 200));
        _other = await AddAsync(Samples.Card(_loop.Project.Id, "missing.not_asked", "name", worth: 190));
    }

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Theory]
    [InlineData(RejectReason.NotAProblem, 200 * 4.0 / 6 / 0.8)]
    [InlineData(RejectReason.WrongCause, 200 * 4.0 / 6 / 0.8)]
    [InlineData(RejectReason.WrongWording, 200 * 4.0 / 6 / 0.8)]
    [InlineData(RejectReason.NotNow, 200)]
    [InlineData(RejectReason.Other, 200)]
    public async Task Reject_ForAReasonThatSaysTheCardWasWrong_LowersTheOtherCardsOfItsCauseAndOnlyThose(RejectReason reason, double rank)
    {
        await _loop.Decisions.RejectAsync(_first, null, reason, null, Loop.Admin);

        (await RankAsync(_second)).ShouldBe(rank, 0.01);
        (await RankAsync(_other)).ShouldBe(190);
        (await _loop.Cards.ListAsync(SuggestionView.Open)).Rows[0].Id.ShouldBe(rank < 190 ? _other : _second, "people see the surer card first");
    }

    [Fact]
    public async Task Reopen_TakesBackWhatTheRejectionTaught()
    {
        await _loop.Decisions.RejectAsync(_first, null, RejectReason.NotAProblem, null, Loop.Admin);

        await _loop.Decisions.ReopenAsync(_first, null, Loop.Admin);

        (await RankAsync(_second)).ShouldBe(200);
        (await RankAsync(_first)).ShouldBe(200);
    }

    [Fact]
    public async Task ForgetRejections_RanksAsIfThereWereNone_UntilTheyCountAgain()
    {
        await _loop.Decisions.RejectAsync(_first, null, RejectReason.NotAProblem, null, Loop.Admin);
        var lowered = await RankAsync(_second);

        var before = await _loop.Get<Lessons>().ForgetRejectionsAsync(Cause, _loop.Clock.GetUtcNow().UtcDateTime, Loop.Admin);

        (await RankAsync(_second)).ShouldBe(200);
        var row = (await _loop.Get<LedgerQueries>().ListAsync()).ShouldHaveSingleItem();
        (row.Cause, row.Kind, row.Rejected[RejectReason.NotAProblem], row.Standing.Rejected).ShouldBe((Cause, SuggestionKind.MissingData, 1, 0));

        await _loop.Get<Lessons>().ForgetRejectionsAsync(Cause, before, Loop.Admin);
        (await RankAsync(_second)).ShouldBe(lowered);
    }

    [Fact]
    public async Task ForgetRejections_ByAManager_IsRefused()
    {
        await Should.ThrowAsync<AccessDeniedException>(() =>
            _loop.Get<Lessons>().ForgetRejectionsAsync(Cause, _loop.Clock.GetUtcNow().UtcDateTime, new Actor("nobody", 4711)));
    }

    [Fact]
    public async Task Record_PromisesThatDidNotHold_LowerTheCauseAndThoseThatHeldRaiseIt()
    {
        await JudgedAsync(Verdict.NotHeld);
        (await RankAsync(_second)).ShouldBe(200 * 4.0 / 6 / 0.8, 0.01);

        await JudgedAsync(Verdict.Held);
        await JudgedAsync(Verdict.Held);

        (await RankAsync(_second)).ShouldBe(200 * 6.0 / 8 / 0.8, 0.01);
        (await _loop.CardAsync(_second)).Standing.ShouldBe(new Standing(2, 1, 0, 0, 0));
    }

    [Fact]
    public async Task Record_OfACardThatNoCallSpokeFor_LearnsTheShareOfWhatWasLostBeforeIt()
    {
        var card = Samples.Card(_loop.Project.Id, "success.other");
        card.Evidence = card.Evidence with { Hits = 0, Total = 0, Lost = 0 };
        card.Accept("test", card.CreatedAt);
        card.MarkApplied(new AppliedChange(1, 2, new Baseline(60, 40, 0, 0, 0, 0)), card.CreatedAt);
        await using var db = await _loop.ContextAsync();

        _loop.Get<OutcomeLedger>().Record(db, card, new ImpactMeasurement
        {
            SuggestionId = 1,
            Of = MeasurementOf.Apply,
            BeforeHits = 60,
            BeforeTotal = 100,
            Points = 2,
            Verdict = Verdict.Held,
        });

        db.Outcomes.Local.ShouldHaveSingleItem().Recovered.ShouldBe(2.0 / 40, 0.001, "two points of forty are no full recovery");
    }

    [Fact]
    public async Task Reject_AsNoProblemAgain_KeepsQuietTwiceAsLong()
    {
        await _loop.Decisions.RejectAsync(_first, null, RejectReason.NotAProblem, null, Loop.Admin);
        var again = await AddAsync(Samples.Card(_loop.Project.Id, Cause, "price", worth: 200));

        await _loop.Decisions.RejectAsync(again, null, RejectReason.NotAProblem, null, Loop.Admin);

        var now = _loop.Clock.GetUtcNow().UtcDateTime;
        (await _loop.CardAsync(_first)).Card.QuietUntil.ShouldBe(now.AddDays(14));
        (await _loop.CardAsync(again)).Card.QuietUntil.ShouldBe(now.AddDays(28), "who says so twice should not be asked again soon");
    }

    [Fact]
    public async Task TextWrittenAnew_ForgetsThatItsWordingWasTurnedDown()
    {
        await _loop.Decisions.RejectAsync(_first, null, RejectReason.WrongWording, null, Loop.Admin);
        (await RankAsync(_second)).ShouldBeLessThan(200);
        var key = new CatalogueKey(Cause);
        var entry = (await _loop.Get<CatalogueQueries>().GetAsync(key))!.Entry;
        var draft = CatalogueDraft.Of(entry) with { Changes = [.. entry.Changes.Select(change => change with { Text = new Bilingual("Say it back.", "Herhaal het.") })] };

        _loop.Clock.Advance(TimeSpan.FromMinutes(1));
        (await _loop.Get<CatalogueEditing>().SaveAsync(key, draft, null, Loop.Admin)).Outcome.ShouldBe(CatalogueOutcome.Done);

        (await RankAsync(_second)).ShouldBe(200);
    }

    private Task<long> AddAsync(Suggestion card) => _loop.Get<WriteGate>().WriteAsync(async db =>
    {
        db.Suggestions.Add(card);
        await db.SaveChangesAsync();
        return card.Id;
    });

    private Task JudgedAsync(Verdict verdict) => _loop.Get<WriteGate>().WriteAsync(async db =>
    {
        var card = Samples.Card(_loop.Project.Id, Cause, "price", fingerprint: $"judged {Guid.NewGuid()}");
        card.Expire(db.Now);
        db.Suggestions.Add(card);
        await db.SaveChangesAsync();
        db.Outcomes.Add(new Outcome
        {
            SuggestionId = card.Id,
            Detector = card.Detector,
            Cause = card.Cause,
            PredictedPoints = 31,
            ActualPoints = 12,
            Recovered = 0.3,
            Verdict = verdict,
            JudgedAt = db.Now,
        });
        await Standings.RerankAsync(db, Cause);
    });

    private async Task<double> RankAsync(long id)
    {
        await using var db = await _loop.ContextAsync();
        return await db.Suggestions.Where(card => card.Id == id).Select(card => card.Rank).SingleAsync();
    }
}
