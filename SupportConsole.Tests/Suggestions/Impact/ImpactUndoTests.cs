using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Suggestions.Impact;

/// <summary>What undoing a card did is measured too.</summary>
public sealed class ImpactUndoTests : IAsyncLifetime
{
    private Loop _loop = null!;
    private long _card;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Measure_AfterUndo_JudgesWhetherTheRateCameBack()
    {
        await ApplyAsync();
        await _loop.CallsAsync(400, captured: 40);
        await _loop.Get<ImpactJudging>().MeasureDueAsync();
        await _loop.Decisions.UndoAsync(_card, null, Loop.Admin);
        _loop.Clock.Advance(TimeSpan.FromHours(1));
        await _loop.CallsAsync(400, captured: 130);

        var undo = await MeasureAsync();

        (undo.BeforeHits, undo.BeforeTotal, undo.AfterHits, undo.AfterTotal).ShouldBe((40, 400, 130, 400));
        undo.Verdict.ShouldBe(Verdict.Held);
        (await _loop.CardAsync(_card)).Card.MeasureAt.ShouldBeNull();
    }

    [Fact]
    public async Task Measure_AfterUndo_LeavesOutTheCallsOnLaterInstructionsAndEndsWithThem()
    {
        await ApplyAsync();
        await _loop.CallsAsync(400, captured: 40);
        await _loop.Decisions.UndoAsync(_card, null, Loop.Admin);
        _loop.Clock.Advance(TimeSpan.FromHours(1));
        await _loop.CallsAsync(60, captured: 18);
        (await _loop.Get<ProjectEditing>().SaveInstructionsAsync(
            _loop.Project.Id, 3, Loop.Instructions.Replace("Say hello.", "Say hello warmly.", StringComparison.Ordinal), "by hand", Loop.Admin)).ShouldBe(EditOutcome.Done);
        _loop.Clock.Advance(TimeSpan.FromHours(1));
        await _loop.CallsAsync(400, captured: 400);

        await _loop.Get<ImpactJudging>().MeasureDueAsync();
        var undo = await MeasureAsync();

        (undo.AfterHits, undo.AfterTotal, undo.Final).ShouldBe((18, 60, true));
        (await _loop.CardAsync(_card)).Card.MeasureAt.ShouldBeNull();
    }

    private async Task ApplyAsync()
    {
        await _loop.CallsAsync(40, captured: 12);
        _card = (await _loop.OpenCardAsync()).Id;
        await _loop.Decisions.AcceptAsync(_card, null, Loop.Admin);
        _loop.Clock.Advance(TimeSpan.FromHours(1));
    }

    private async Task<ImpactMeasurement> MeasureAsync()
    {
        await _loop.Get<ImpactJudging>().MeasureAsync(_card);
        return (await _loop.CardAsync(_card)).Measurements.Single(row => row.Of == MeasurementOf.Undo);
    }
}
