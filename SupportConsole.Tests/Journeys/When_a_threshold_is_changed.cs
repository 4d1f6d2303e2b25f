using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Settings;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Journeys;

public sealed class When_a_threshold_is_changed
{
    [Fact]
    public async Task The_next_call_is_judged_by_it_without_a_restart()
    {
        await using var loop = await Loop.StartAsync();
        await loop.CallsAsync(100, captured: 80); // 20 % lack the price: fewer than the 30 % that make a card
        (await loop.Cards.ListAsync(SuggestionView.Open)).Rows.ShouldBeEmpty();

        var saved = await loop.Get<SettingsEditing>().SaveAsync([new("Detection:MissingThreshold", "0.1", null)], Loop.Admin);
        saved.Outcome.ShouldBe(SettingsOutcome.Done);
        await loop.CallsAsync(1, captured: 0);

        (await loop.OpenCardAsync()).Cause.ShouldBe("missing.not_confirmed");
        await using var db = await loop.ContextAsync();
        (await db.AuditEntries.SingleAsync(entry => entry.Action == "setting.changed")).Detail.ShouldContain("\"from\":\"0.3\",\"to\":\"0.1\"");
    }
}
