using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Journeys;

public sealed class When_calls_lack_a_field : IAsyncLifetime
{
    private const string Instructions = "Be friendly.\n\n## Opening\nSay hello.\n\n## Capture price\nAsk what price they have in mind.\n";

    private static readonly Actor Admin = new("test");

    private readonly FakeClock _clock = new();
    private ConsoleHost _host = null!;
    private Project _project = null!;

    public async Task InitializeAsync()
    {
        _host = new ConsoleHost { Replace = services => services.AddSingleton<TimeProvider>(_clock) };
        _ = _host.Address;
        var draft = new ProjectDraft("cars", "Car Finance Checker", "finance", "en", [new CaptureField("price", "price")], Instructions);
        _project = (await Get<ProjectEditing>().CreateAsync(draft, Admin))!;
    }

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task A_card_is_accepted_judged_and_undone_to_the_byte()
    {
        await CallsAsync(40, captured: 12);
        var page = await Get<SuggestionQueries>().ListAsync(SuggestionView.Open);
        var card = page.Rows.ShouldHaveSingleItem();
        card.Cause.ShouldBe("missing.not_confirmed");
        card.Predicted.Low.ShouldBeLessThan(card.Predicted.Points);
        card.Predicted.High.ShouldBeGreaterThan(card.Predicted.Points);

        var accepted = await Get<SuggestionDecisions>().AcceptAsync(card.Id, card.Revision, Admin);
        accepted.ShouldBe(new Decision(DecisionOutcome.Done, SuggestionStatus.Applied, 2));
        (await TextAsync(2)).ShouldContain("repeat it back");

        _clock.Advance(TimeSpan.FromHours(1));
        await CallsAsync(400, captured: 380, from: 1000);
        await Get<ImpactJudging>().MeasureAsync(card.Id);
        (await Get<SuggestionQueries>().GetAsync(card.Id))!.Card.Verdict.ShouldBe(Verdict.Held);

        (await Get<SuggestionDecisions>().UndoAsync(card.Id, null, Admin)).Outcome.ShouldBe(DecisionOutcome.Done);
        (await TextAsync(3)).ShouldBe(Instructions);
    }

    private T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    private async Task CallsAsync(int count, int captured, int from = 0)
    {
        for (var i = from; i < from + count; i++)
        {
            var call = new CallEnded(
                $"call-{i}", "cars", null, null, CallStatus.Completed, null, CallEnding.Agent, _clock.GetUtcNow(), 90,
                i - from < captured ? new() { ["price"] = "200" } : [],
                [new CallEnded.Line(Speaker.Agent, "What price do you have in mind?", 0), new CallEnded.Line(Speaker.Customer, "Around 200 a month.", 4000)]);
            (await Get<CallIntake>().RecordAsync("test", call)).Errors.ShouldBeNull();
        }

        while (await Get<EventPipeline>().ProcessAsync() > 0)
        {
        }
    }

    private async Task<string> TextAsync(int version)
    {
        await using var db = await Get<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        return await db.InstructionVersions.Where(row => row.ProjectId == _project.Id && row.Number == version).Select(row => row.Text).SingleAsync();
    }
}
