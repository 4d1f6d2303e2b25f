using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Domain.Suggestions.Learning;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Suggestions.Impact;

/// <summary>The impact page's numbers against a count by hand: eight cards of two projects, led through the domain.</summary>
public sealed class ImpactScoreTests : IAsyncLifetime
{
    private Loop _loop = null!;
    private Project _boats = null!;

    private ImpactQueries Impact => _loop.Get<ImpactQueries>();

    private ImpactLists Lists => _loop.Get<ImpactLists>();

    public async Task InitializeAsync()
    {
        _loop = await Loop.StartAsync(services => services.RemoveAll<ICallDetector>()); // No cards but those counted here.
        _boats = (await _loop.Get<ProjectEditing>().CreateAsync(
            new ProjectDraft("boats", "Boats", null, "en", [new CaptureField("price", "price")], Loop.Instructions), Loop.Admin))!;
    }

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Score_OfAGoldenSet_EqualsTheCountByHand()
    {
        await GoldenSetAsync();

        var score = await Impact.ScoreAsync(new ImpactFilter());

        // Cars: held, not held, undone before its time. Boats: held with a side effect. Rejected: one as no problem, one as not now.
        (score.Held, score.NotHeld, score.SideEffects, score.TooLittleData).ShouldBe((1, 1, 1, 1));
        score.Accuracy.ShouldBe(new Rate(1, 2));
        score.Acceptance.ShouldBe(new Rate(3, 6)); // the one that was undone before its promise held is decided, and no longer accepted
        score.FalsePositives.ShouldBe(new Rate(2, 4)); // not held, and no problem; of held, not held, side effect, no problem
        score.Detection.ShouldBe(new Rate(3, 4)); // accepted and kept; of those and the one that was no problem: "not now" says nothing of it, nor does the undone one
        score.MedianToAccept.ShouldBe(TimeSpan.FromHours(5)); // 2, 4, 6 and 30 hours
        (score.Made, score.Projects, score.Months).ShouldBe((8, 2, 1));
        score.CardsPerProjectAndMonth.ShouldBe(4);

        // Claimed by those with a verdict: 100 + 200 + 300. Brought: 100 * 60/30 + 200 * 0/30 + 300 * 45/30.
        score.ClaimedMinutes.ShouldBe(600);
        score.BroughtMinutes.ShouldBe(650, 0.001);
    }

    [Fact]
    public async Task Score_OfOneProject_LeavesOutTheOthers()
    {
        await GoldenSetAsync();

        var boats = await Impact.ScoreAsync(new ImpactFilter(ProjectId: _boats.Id));

        (boats.Held, boats.NotHeld, boats.SideEffects, boats.TooLittleData).ShouldBe((0, 0, 1, 0));
        (boats.Accepted, boats.Rejected, boats.NotAProblem, boats.Made, boats.Projects).ShouldBe((1, 2, 1, 3, 1));
        boats.MedianToAccept.ShouldBe(TimeSpan.FromHours(30));
        (boats.ClaimedMinutes, boats.BroughtMinutes).ShouldBe((300, 450));
    }

    [Fact]
    public async Task Score_SinceLater_CountsEachCardByWhatHappenedToItSince()
    {
        await GoldenSetAsync();
        var judging = (await Lists.ListAsync(ImpactList.Judged, new ImpactFilter())).Rows.Single(row => row.Verdict == Verdict.SideEffect).JudgedAt;

        var score = await Impact.ScoreAsync(new ImpactFilter(judging));

        (score.Judged, score.SideEffects).ShouldBe((1, 1));
        (score.Accepted, score.Rejected, score.Made, score.MedianToAccept).ShouldBe((0, 0, 0, null));
        score.ClaimedMinutes.ShouldBe(300);
    }

    [Fact]
    public async Task Score_OfACardUndoneAfterItHeld_ClaimsItsMinutesAndBringsNone()
    {
        var card = await ApplyAsync(_loop.Project, "held", worth: 100, waits: 2);
        await _loop.CallsAsync(400, captured: 360);
        await MeasureAsync(card);
        (await Impact.ScoreAsync(new ImpactFilter())).BroughtMinutes.ShouldBe(200, 0.001);

        await _loop.Decisions.UndoAsync(card, null, Loop.Admin);

        var score = await Impact.ScoreAsync(new ImpactFilter());
        (score.ClaimedMinutes, score.BroughtMinutes).ShouldBe((100, 0));
    }

    [Fact]
    public async Task Score_OfABestPractice_CountsWhatItPromisedAndNotTheLeastItRanksBy()
    {
        var card = Samples.Card(_boats.Id, "best_practice.refusal", worth: 12, points: 30);
        card.Accept("test", card.CreatedAt);
        card.MarkApplied(new AppliedChange(1, 2, Baseline.None), card.CreatedAt);
        card.Judge(Verdict.Held, card.CreatedAt);
        await WriteAsync(db => db.Suggestions.Add(card));
        await WriteAsync(db => db.Outcomes.Add(new Outcome
        {
            SuggestionId = card.Id,
            Detector = card.Detector,
            Cause = card.Cause,
            PredictedPoints = 30,
            ActualPoints = 15,
            Recovered = 0.5,
            Verdict = Verdict.Held,
            JudgedAt = card.CreatedAt,
        }));

        var score = await Impact.ScoreAsync(new ImpactFilter());

        (score.ClaimedMinutes, score.BroughtMinutes).ShouldBe((210, 105)); // 20 minutes per 100 calls, 1,050 calls a month
    }

    [Fact]
    public async Task Lists_OfTheGoldenSet_HoldEachMeasurementWhereItBelongs()
    {
        await GoldenSetAsync();

        var judged = (await Lists.ListAsync(ImpactList.Judged, new ImpactFilter())).Rows;
        judged.Select(row => row.Verdict).ShouldBe([Verdict.SideEffect, Verdict.TooLittleData, Verdict.NotHeld, Verdict.Held]);
        judged[3].Apply!.Points.ShouldBe(60, 0.001);
        (await Lists.ListAsync(ImpactList.Running, new ImpactFilter())).Rows.ShouldBeEmpty();
        var undone = (await Lists.ListAsync(ImpactList.Undone, new ImpactFilter())).Rows.ShouldHaveSingleItem();
        undone.Undo.ShouldNotBeNull();
        undone.RolledBackBy.ShouldBe(Loop.Admin.Name);
    }

    [Fact]
    public async Task Lists_ReadPageByPage_HoldEveryCardOnce()
    {
        await GoldenSetAsync();
        var seen = new List<long>();
        string? cursor = null;
        do
        {
            var page = await Lists.ListAsync(ImpactList.Judged, new ImpactFilter(), cursor, take: 1);
            seen.AddRange(page.Rows.Select(row => row.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        seen.Count.ShouldBe(4);
        seen.Distinct().Count().ShouldBe(4);
    }

    /// <summary>Baselines are 12 of 40 with the field (30 %), promises +30 points.</summary>
    private async Task GoldenSetAsync()
    {
        var held = await ApplyAsync(_loop.Project, "held", worth: 100, waits: 2);
        await _loop.CallsAsync(400, captured: 360);
        await MeasureAsync(held);

        var broken = await ApplyAsync(_loop.Project, "broken", worth: 200, waits: 4, baseline: 120, of: 400);
        await _loop.CallsAsync(400, captured: 120);
        await MeasureAsync(broken);

        var undone = await ApplyAsync(_loop.Project, "undone", worth: 400, waits: 6);
        await _loop.CallsAsync(10, captured: 9);
        await _loop.Decisions.UndoAsync(undone, null, Loop.Admin);
        await MeasureAsync(undone);

        await RejectAsync(_boats, "none", RejectReason.NotAProblem);
        await RejectAsync(_boats, "later", RejectReason.NotNow);
        await AddAsync(_loop.Project, "open", worth: 1);
        var expired = await AddAsync(_loop.Project, "expired", worth: 1);
        await WriteAsync(db => db.Suggestions.Single(card => card.Id == expired).Expire(db.Now));

        var side = await ApplyAsync(_boats, "side", worth: 300, waits: 30);
        await _loop.CallsAsync(400, captured: 300, project: "boats");
        await _loop.FailedCallsAsync(200, project: "boats");
        await MeasureAsync(side);
    }

    private async Task<long> ApplyAsync(Project project, string field, double worth, int waits, int baseline = 12, int of = 40)
    {
        var card = await AddAsync(project, field, worth);
        _loop.Clock.Advance(TimeSpan.FromHours(waits));
        (await _loop.Decisions.AcceptAsync(card, null, Loop.Admin)).Outcome.ShouldBe(DecisionOutcome.Done);
        await WriteAsync(db =>
        {
            // The counts before apply, as if those calls had come in.
            var applied = db.Suggestions.Single(row => row.Id == card).Applied!;
            db.Entry(db.Suggestions.Single(row => row.Id == card)).Property(row => row.Applied).CurrentValue =
                applied with { Before = new Baseline(of, 0, of - baseline, 0, baseline, of - baseline) };
        });
        _loop.Clock.Advance(TimeSpan.FromHours(1));
        return card;
    }

    private async Task RejectAsync(Project project, string field, RejectReason reason) =>
        await _loop.Decisions.RejectAsync(await AddAsync(project, field, worth: 1), null, reason, null, Loop.Admin);

    private async Task<long> AddAsync(Project project, string field, double worth)
    {
        var card = Samples.Card(
            project.Id, field: "price", worth: worth, points: 30, fingerprint: $"{project.Id}:{field}",
            createdAt: _loop.Clock.GetUtcNow().UtcDateTime, changes: [new SuggestionChange(field, null, "Ask.", new("Because.", "Omdat."))]);
        await WriteAsync(db => db.Suggestions.Add(card));
        return card.Id;
    }

    private Task MeasureAsync(long card) => _loop.Get<ImpactJudging>().MeasureAsync(card);

    private Task WriteAsync(Action<SupportDbContext> write) => _loop.Get<WriteGate>().WriteAsync(db =>
    {
        write(db);
        return Task.CompletedTask;
    });
}
