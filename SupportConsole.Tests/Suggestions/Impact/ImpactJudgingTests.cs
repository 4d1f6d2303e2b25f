using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Suggestions.Impact;

public sealed class ImpactJudgingTests : IAsyncLifetime
{
    private readonly Commits _commits = new();
    private Loop _loop = null!;
    private long _card;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync(services => services.AddSingleton<IInterceptor>(_commits));

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Measure_PromiseKept_HeldWithTheCountsOfBothSides()
    {
        await ApplyCardAsync();
        await _loop.CallsAsync(400, captured: 360);

        var apply = await MeasureAsync(MeasurementOf.Apply);

        apply.Verdict.ShouldBe(Verdict.Held);
        (apply.BeforeHits, apply.BeforeTotal, apply.AfterHits, apply.AfterTotal).ShouldBe((12, 40, 360, 400));
        apply.Points.ShouldBe(60, 0.001);
        apply.Low.ShouldBeInRange(44, 52);
        apply.High.ShouldBeInRange(66, 72);
        (await _loop.CardAsync(_card)).Card.MeasureAt.ShouldBeNull();
    }

    [Fact]
    public async Task Measure_NothingChanged_NotHeld()
    {
        await ApplyCardAsync();
        await _loop.CallsAsync(400, captured: 120);

        (await MeasureAsync(MeasurementOf.Apply)).Verdict.ShouldBe(Verdict.NotHeld);
    }

    [Fact]
    public async Task Measure_FieldLiftedButCallsFail_SaysTheSideEffectBeforeTheSuccess()
    {
        await ApplyCardAsync();
        await _loop.CallsAsync(400, captured: 390);
        await _loop.FailedCallsAsync(200);

        var apply = await MeasureAsync(MeasurementOf.Apply);

        apply.Verdict.ShouldBe(Verdict.SideEffect);
        apply.SideEffect.ShouldBe(WatchedMetric.SuccessRate);
    }

    [Fact]
    public async Task Measure_FromNoneToAll_KeepsTheDifferenceInsideItsInterval()
    {
        await ApplyCardAsync(captured: 0);
        await _loop.CallsAsync(400, captured: 400);

        var apply = await MeasureAsync(MeasurementOf.Apply);

        apply.Points.ShouldBe(100);
        apply.High.ShouldBeGreaterThanOrEqualTo(apply.Points);
    }

    [Fact]
    public async Task Measure_ThirtyDaysOnFewCalls_EndsAsTooLittleDataAndTeachesNothing()
    {
        await ApplyCardAsync();
        await _loop.CallsAsync(10, captured: 10);
        await MeasureAsync(MeasurementOf.Apply);
        (await _loop.CardAsync(_card)).Card.Verdict.ShouldBeNull();

        _loop.Clock.Advance(TimeSpan.FromDays(30));
        (await _loop.Get<ImpactJudging>().MeasureDueAsync()).ShouldBe(1);

        (await _loop.CardAsync(_card)).Card.Verdict.ShouldBe(Verdict.TooLittleData);
        await using var db = await _loop.ContextAsync();
        (await db.Outcomes.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Measure_NoCallsSince_TellsNobody()
    {
        await ApplyCardAsync();
        await _loop.CallsAsync(10, captured: 5);
        await _loop.Get<ImpactJudging>().MeasureDueAsync();
        _loop.Clock.Advance(TimeSpan.FromMinutes(2));
        var told = 0;
        using var listening = _loop.Get<LiveFeed>().Subscribe([LiveTopic.Suggestion], _ => told++);

        (await _loop.Get<ImpactJudging>().MeasureDueAsync()).ShouldBe(1);

        told.ShouldBe(0);
        (await _loop.CardAsync(_card)).Card.MeasureAt.ShouldBe(_loop.Clock.GetUtcNow().UtcDateTime.AddSeconds(60));
    }

    [Fact]
    public async Task MeasureDue_ManyCardsWithoutNews_AreOneCommit()
    {
        await ApplyCardAsync();
        await _loop.CallsAsync(10, captured: 5);
        await _loop.Get<ImpactJudging>().MeasureDueAsync();
        await AddTwinsAsync(5);
        _loop.Clock.Advance(TimeSpan.FromMinutes(2));
        var before = _commits.Count;

        (await _loop.Get<ImpactJudging>().MeasureDueAsync()).ShouldBe(6);

        (_commits.Count - before).ShouldBe(1);
        await using var db = await _loop.ContextAsync();
        (await db.Suggestions.CountAsync(card => card.MeasureAt > _loop.Clock.GetUtcNow().UtcDateTime)).ShouldBe(6);
    }

    [Fact]
    public async Task MeasureDue_OneCardCannotBeRead_TheOthersAreStillMeasured()
    {
        await ApplyCardAsync();
        await AddBrokenTwinAsync();
        await _loop.CallsAsync(400, captured: 380);

        (await _loop.Get<ImpactJudging>().MeasureDueAsync()).ShouldBe(1);
        (await _loop.CardAsync(_card)).Card.Verdict.ShouldBe(Verdict.Held);
    }

    [Fact]
    public async Task Measure_AfterAHandEditElsewhere_ComparesWithTheCallsBeforeTheEditToo()
    {
        await _loop.CallsAsync(40, captured: 12);
        await EditAsync(1, "Say hello.", "Say hello warmly.");
        await ApplyCardAsync(calls: 0);
        await _loop.CallsAsync(400, captured: 360);

        var apply = await MeasureAsync(MeasurementOf.Apply);

        (apply.BeforeHits, apply.BeforeTotal, apply.Verdict).ShouldBe((12, 40, Verdict.Held));
    }

    [Fact]
    public async Task Measure_AfterAHandEditOfItsOwnSection_HasNothingToCompareWith()
    {
        await _loop.CallsAsync(40, captured: 12);
        await EditAsync(1, "Ask what price", "Politely ask what price");
        _card = (await _loop.OpenCardAsync()).Id;
        await _loop.Decisions.AcceptAsync(_card, null, Loop.Admin); // Written anew first.
        await ApplyCardAsync(calls: 0);
        await _loop.CallsAsync(1600, captured: 1500);

        var apply = await MeasureAsync(MeasurementOf.Apply);

        (apply.BeforeTotal, apply.Points, apply.Verdict, apply.Final).ShouldBe((0, 0, Verdict.TooLittleData, true));
        await using var db = await _loop.ContextAsync();
        (await db.Outcomes.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Measure_ItsFieldWasMadeOptional_StillCountsTheCallsThatLackIt()
    {
        await ApplyCardAsync();
        await _loop.CaptureAsync(new CaptureField("price", "price", Required: false));
        await _loop.CallsAsync(400, captured: 120);

        (await MeasureAsync(MeasurementOf.Apply)).Verdict.ShouldBe(Verdict.NotHeld);
    }

    [Fact]
    public async Task Measure_ItsFieldWasRemoved_EndsAsTooLittleData()
    {
        await ApplyCardAsync();
        await _loop.CaptureAsync(new CaptureField("name", "name"));
        await _loop.CallsAsync(400, captured: 0);

        var apply = await MeasureAsync(MeasurementOf.Apply);

        (apply.Verdict, apply.Final, apply.Points).ShouldBe((Verdict.TooLittleData, true, 0));
        (await _loop.CardAsync(_card)).Card.MeasureAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(true, Verdict.SideEffect)]
    [InlineData(false, Verdict.Held)]
    public async Task Measure_CompletenessFell_IsASideEffectWhileItIsCountedByTheSameFields(bool same, Verdict verdict)
    {
        await _loop.CallsAsync(10, captured: 10);
        await _loop.FailedCallsAsync(90);
        await AcceptAsync();
        if (!same)
            await _loop.CaptureAsync(new CaptureField("price", "price"), new CaptureField("name", "name"));
        await _loop.CallsAsync(400, captured: same ? 200 : 400);

        (await MeasureAsync(MeasurementOf.Apply)).Verdict.ShouldBe(verdict);
    }

    /// <summary>A card on so many prices calls, applied an hour ago.</summary>
    private async Task ApplyCardAsync(int captured = 12, int calls = 40)
    {
        await _loop.CallsAsync(calls, captured);
        await AcceptAsync();
    }

    private async Task AcceptAsync()
    {
        _card = (await _loop.OpenCardAsync()).Id;
        await _loop.Decisions.AcceptAsync(_card, null, Loop.Admin);
        _loop.Clock.Advance(TimeSpan.FromHours(1));
    }

    /// <summary>A card that is due before ours and cannot be read.</summary>
    private async Task AddBrokenTwinAsync()
    {
        await using var db = await _loop.ContextAsync();
        await db.Database.ExecuteSqlAsync(
            $$"""
            CREATE TEMP TABLE twin AS SELECT * FROM "Suggestions" WHERE "Id" = {{_card}};
            UPDATE twin SET "Id" = "Id" + 1, "Fingerprint" = 'twin', "Applied" = '{broken', "MeasureAt" = '2026-01-01 00:00:00';
            INSERT INTO "Suggestions" SELECT * FROM twin;
            """);
    }

    /// <summary>Cards that were measured like ours.</summary>
    private async Task AddTwinsAsync(int count)
    {
        await using var db = await _loop.ContextAsync();
        for (var twin = 1; twin <= count; twin++)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                CREATE TEMP TABLE twin AS SELECT * FROM "Suggestions" WHERE "Id" = {_card};
                UPDATE twin SET "Id" = "Id" + {twin}, "Fingerprint" = 'twin' || {twin};
                INSERT INTO "Suggestions" SELECT * FROM twin;
                DROP TABLE twin;
                CREATE TEMP TABLE twin AS SELECT * FROM "ImpactMeasurements" WHERE "SuggestionId" = {_card};
                UPDATE twin SET "Id" = "Id" + {twin}, "SuggestionId" = "SuggestionId" + {twin};
                INSERT INTO "ImpactMeasurements" SELECT * FROM twin;
                DROP TABLE twin;
                """);
        }
    }

    private async Task EditAsync(int version, string text, string by) =>
        (await _loop.Get<ProjectEditing>().SaveInstructionsAsync(
            _loop.Project.Id, version, Loop.Instructions.Replace(text, by, StringComparison.Ordinal), "by hand", Loop.Admin)).ShouldBe(EditOutcome.Done);

    private async Task<ImpactMeasurement> MeasureAsync(MeasurementOf of)
    {
        await _loop.Get<ImpactJudging>().MeasureAsync(_card);
        return (await _loop.CardAsync(_card)).Measurements.Single(row => row.Of == of);
    }

    private sealed class Commits : DbTransactionInterceptor
    {
        public int Count { get; private set; }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Count++;
            return Task.CompletedTask;
        }
    }
}
