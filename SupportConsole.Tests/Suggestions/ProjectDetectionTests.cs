using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Detection.Detectors;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Settings;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Suggestions;

public sealed class ProjectDetectionTests : IAsyncLifetime
{
    private static readonly MuteDraft Muted = new(MissingData.DetectorName, null, null, "their form asks it");

    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Threshold_OfTheProject_HoldsThereAndNowhereElse()
    {
        var boats = (await _loop.Get<ProjectEditing>().CreateAsync(
            new ProjectDraft("boats", "Boats", "", "en", [new CaptureField("price", "price")], Loop.Instructions), Loop.Admin))!;
        await _loop.CallsAsync(100, captured: 80);
        await _loop.CallsAsync(100, captured: 80, project: "boats");

        await SaveAsync(thresholds: ("MissingThreshold", "0.1"));

        var card = await _loop.OpenCardAsync();
        (card.ProjectExternalId, card.Cause).ShouldBe(("cars", "missing.not_confirmed"));
        boats.Detection.ShouldBe(ProjectDetection.None);
    }

    [Fact]
    public async Task Mute_ClosesTheCardAndUnmuteBringsTheProblemBack()
    {
        await _loop.CallsAsync(40, captured: 12);
        var card = await _loop.OpenCardAsync();

        await SaveAsync([Muted]);

        (await _loop.CardAsync(card.Id)).Card.Status.ShouldBe(SuggestionStatus.Expired);
        await _loop.CallsAsync(10, captured: 0);
        (await _loop.Cards.ListAsync(SuggestionView.Open)).Rows.ShouldBeEmpty("nobody wants to hear of it");

        await SaveAsync([]);
        (await _loop.OpenCardAsync()).Id.ShouldBeGreaterThan(card.Id);
    }

    [Fact]
    public async Task Mute_OfSomethingElse_LeavesACardWhoseCallsWereOnOlderInstructions()
    {
        await _loop.CallsAsync(40, captured: 12);
        var card = await _loop.OpenCardAsync();
        await _loop.Get<ProjectEditing>().SaveInstructionsAsync(_loop.Project.Id, 1, Loop.Instructions + "\n## Closing\nSay goodbye.\n", "", Loop.Admin);

        await SaveAsync([new MuteDraft(Tone.DetectorName, null, null, "")]);

        (await _loop.CardAsync(card.Id)).Card.Status.ShouldBe(SuggestionStatus.Pending);
    }

    [Fact]
    public async Task Mute_InAPausedProject_ClosesItsCard()
    {
        await _loop.CallsAsync(40, captured: 12);
        var card = await _loop.OpenCardAsync();
        await _loop.Get<ProjectEditing>().MoveAsync(_loop.Project.Id, ProjectStatus.Paused, Loop.Admin);

        await SaveAsync([Muted]);

        (await _loop.CardAsync(card.Id)).Card.Status.ShouldBe(SuggestionStatus.Expired);
    }

    [Fact]
    public async Task Mute_UntilADay_IsOverThen()
    {
        await _loop.CallsAsync(40, captured: 12);
        await SaveAsync([Muted with { Until = Now.AddDays(7) }]);

        _loop.Clock.Advance(TimeSpan.FromDays(6));
        await _loop.Get<ProjectCheck>().CheckAsync(_loop.Project.Id);
        (await _loop.Cards.ListAsync(SuggestionView.Open)).Rows.ShouldBeEmpty();

        _loop.Clock.Advance(TimeSpan.FromDays(2));
        await _loop.Get<ProjectCheck>().CheckAsync(_loop.Project.Id);
        await _loop.OpenCardAsync();
    }

    [Fact]
    public async Task MuteOfACard_AfterAMuteThatIsOver_Mutes()
    {
        await _loop.CallsAsync(40, captured: 12);
        await SaveAsync([Muted with { Field = "price", Until = Now.AddDays(7) }]);
        _loop.Clock.Advance(TimeSpan.FromDays(8));
        await _loop.Get<ProjectCheck>().CheckAsync(_loop.Project.Id);
        var card = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;

        (await _loop.Get<DetectionEditing>().MuteAsync(card, Loop.Admin)).ShouldBe(EditOutcome.Done);

        (await _loop.Cards.ListAsync(SuggestionView.Open)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Mute_OfOneField_LeavesTheOthers()
    {
        await _loop.CaptureAsync(new CaptureField("price", "price"), new CaptureField("postcode", "postcode"));
        _loop.Clock.Advance(TimeSpan.FromHours(1));
        await _loop.CallsAsync(40, captured: 12);
        (await _loop.Cards.ListAsync(SuggestionView.Open)).Rows.Count.ShouldBe(2);

        await SaveAsync([Muted with { Field = "postcode" }]);

        (await _loop.OpenCardAsync()).Field.ShouldBe("price");
    }

    [Fact]
    public async Task Mute_OfAFieldThatIsRemoved_GoesWithItAndTheOthersStay()
    {
        await _loop.CaptureAsync(new CaptureField("price", "price"), new CaptureField("postcode", "postcode"));
        await SaveAsync([Muted with { Field = "postcode" }, Muted with { Field = "price" }]);

        await _loop.CaptureAsync(new CaptureField("price", "price"));

        var project = await ProjectAsync();
        project.Detection.Muted.ShouldHaveSingleItem().Field.ShouldBe("price");
        DetectionDraft.Of(project.Detection).Check(project, [MissingData.DetectorName]).Any.ShouldBeFalse("what is read can be saved");
    }

    [Fact]
    public async Task MuteOfACard_IsTakenBackByUndo()
    {
        await _loop.CallsAsync(40, captured: 12);
        var card = (await _loop.CardAsync((await _loop.OpenCardAsync()).Id)).Card;

        await _loop.Get<DetectionEditing>().MuteAsync(card, Loop.Admin);
        (await ProjectAsync()).Detection.Muted.ShouldHaveSingleItem().Field.ShouldBe("price");

        await _loop.Get<DetectionEditing>().UnmuteAsync(card, Loop.Admin);
        (await _loop.OpenCardAsync()).Cause.ShouldBe(card.Cause);
    }

    [Fact]
    public void Draft_WithWrongValues_NamesEachField()
    {
        var draft = new DetectionDraft(
            new Dictionary<string, string> { ["MissingThreshold"] = "2", ["Certainty"] = "sure", ["WindowDays"] = "3", ["MinimumCalls"] = "7.5" },
            [new MuteDraft("gut feeling", null, null, ""), new MuteDraft(MissingData.DetectorName, "shoe size", null, new string('x', 501)), Muted, Muted]);

        draft.Check(_loop.Project, [MissingData.DetectorName]).ToDictionary().Keys.Order(StringComparer.Ordinal).ShouldBe(
            ["muted[0].detector", "muted[1].field", "muted[1].why", "muted[3].detector", "thresholds.Certainty", "thresholds.MinimumCalls", "thresholds.MissingThreshold", "thresholds.WindowDays"]);
    }

    [Fact]
    public async Task Save_OnAnOlderRevisionOrByAStranger_ChangesNothing()
    {
        var draft = new DetectionDraft(new Dictionary<string, string>(), [Muted]);

        (await _loop.Get<DetectionEditing>().SaveAsync(_loop.Project.Id, 99, draft, Loop.Admin)).ShouldBe(EditOutcome.Moved);
        await Should.ThrowAsync<AccessDeniedException>(() => _loop.Get<DetectionEditing>().SaveAsync(_loop.Project.Id, null, draft, new Actor("nobody", 4711)));

        (await ProjectAsync()).Detection.ShouldBe(ProjectDetection.None);
    }

    [Fact]
    public async Task Preview_OfTheSettingsInForce_FindsOnEachDayWhatTheChecksFoundThen()
    {
        var found = new Dictionary<DateOnly, bool>();
        _loop.Clock.Advance(TimeSpan.FromHours(12) - _loop.Clock.GetUtcNow().TimeOfDay);
        for (var day = 0; day < 20; day++, _loop.Clock.Advance(TimeSpan.FromDays(1)))
        {
            await _loop.CallsAsync(10, captured: day is >= 4 and < 12 ? 2 : 9);
            await using var db = await _loop.ContextAsync();
            var snapshot = _loop.Get<CallDetection>().Snapshot(db, await ProjectAsync());
            found[DateOnly.FromDateTime(Now)] = _loop.Get<CallDetection>().Find(snapshot).Any();
        }

        _loop.Clock.Advance(-TimeSpan.FromDays(1));
        var preview = (await _loop.Get<DetectionPreviewing>().ReadAsync(_loop.Project.Id, (await ProjectAsync()).Detection))!;

        found.Values.Distinct().Count().ShouldBe(2, "the days must tell something apart");
        var one = preview.Findings.ShouldHaveSingleItem();
        one.Present.ShouldBe(one.Proposed);
        preview.Days.Zip(one.Present).Where(day => found.ContainsKey(day.First)).ShouldAllBe(day => day.Second == found[day.First]);
    }

    [Fact]
    public async Task Preview_OfOtherSettings_TellsWhatComesAndWhatGoes()
    {
        await _loop.CallsAsync(100, captured: 80);
        var stricter = new ProjectDetection { Thresholds = new Dictionary<string, double> { ["MissingThreshold"] = 0.1 } };

        var preview = (await _loop.Get<DetectionPreviewing>().ReadAsync(_loop.Project.Id, stricter))!;
        preview.Findings.ShouldHaveSingleItem().IsNew.ShouldBeTrue();
        (await _loop.Cards.ListAsync(SuggestionView.Open)).Rows.ShouldBeEmpty("a preview saves nothing");

        await SaveAsync(thresholds: ("MissingThreshold", "0.1"));
        (await _loop.Get<DetectionPreviewing>().ReadAsync(_loop.Project.Id, ProjectDetection.None))!.Findings.ShouldHaveSingleItem().IsGone.ShouldBeTrue();
    }

    private DateTime Now => _loop.Clock.GetUtcNow().UtcDateTime;

    private async Task<Project> ProjectAsync() => (await _loop.Get<ProjectQueries>().GetAsync("cars"))!;

    private async Task SaveAsync(MuteDraft[]? muted = null, params (string Name, string Value)[] thresholds)
    {
        var draft = new DetectionDraft(thresholds.ToDictionary(one => one.Name, one => one.Value), muted ?? []);
        draft.Check(await ProjectAsync(), [.. _loop.Get<CallDetection>().Detectors]).Any.ShouldBeFalse();
        (await _loop.Get<DetectionEditing>().SaveAsync(_loop.Project.Id, (await ProjectAsync()).Revision, draft, Loop.Admin)).ShouldBe(EditOutcome.Done);
    }
}
