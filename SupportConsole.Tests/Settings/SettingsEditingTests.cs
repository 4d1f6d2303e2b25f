using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Settings;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Settings;

public sealed class SettingsEditingTests : IAsyncLifetime
{
    private const string Threshold = "Detection:SuccessThreshold";
    private static readonly Actor Admin = new("anna@example.com");

    private readonly ConsoleHost _host = new();

    private SettingsEditing Editing => Get<SettingsEditing>();

    private double SuccessThreshold => Get<IOptionsMonitor<DetectionOptions>>().CurrentValue.SuccessThreshold;

    public Task InitializeAsync()
    {
        _ = _host.Address;
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Change_Saved_HoldsAtOnceAndIsAudited()
    {
        var saved = await Editing.SaveAsync([new(Threshold, "0.40", null)], Admin);

        saved.Outcome.ShouldBe(SettingsOutcome.Done);
        SuccessThreshold.ShouldBe(0.4);
        var state = (await Get<SettingQueries>().ListAsync()).Single(setting => setting.Entry.Key == Threshold);
        (state.Value, state.Stored, state.FromFiles, state.Origin, state.ChangedBy).ShouldBe(("0.4", "0.4", "0.5", SettingOrigin.File, Admin.Name));
        var entry = (await AuditAsync()).ShouldHaveSingleItem();
        (entry.Who, entry.Action, entry.Detail).ShouldBe((Admin.Name, "setting.changed", """{"key":"Detection:SuccessThreshold","from":"0.5","to":"0.4"}"""));
    }

    [Fact]
    public async Task Change_Undone_IsWhatItWas()
    {
        await Editing.SaveAsync([new(Threshold, "0.4", null)], Admin);
        var second = await Editing.SaveAsync([new(Threshold, "0.6", "0.4")], Admin);

        (await Editing.SaveAsync(second.Undo, Admin)).Outcome.ShouldBe(SettingsOutcome.Done);
        SuccessThreshold.ShouldBe(0.4);

        (await Editing.SaveAsync([new(Threshold, null, "0.4")], Admin)).Outcome.ShouldBe(SettingsOutcome.Done);
        SuccessThreshold.ShouldBe(0.5);
        (await AuditAsync())[^1].Action.ShouldBe("setting.reset");
    }

    [Theory]
    [InlineData(Threshold, "1.5", "Detection:SuccessThreshold must be from 0.01 to 0.99.")]
    [InlineData(Threshold, "half", "Detection:SuccessThreshold must be a number from 0.01 to 0.99.")]
    [InlineData("Detection:MinimumCalls", "7.5", "Detection:MinimumCalls must be a whole number from 5 to 10000.")]
    [InlineData("Workspace:Name", "  ", "Workspace:Name must not be empty.")]
    [InlineData("Workspace:Name", "NameNameNameNameNameNameNameNameNameNameNameNameNameNameNameNameNameNameNameNameNameNameNameNameNameN", "Workspace:Name must be at most 100 characters.")]
    [InlineData("Workspace:TimeZone", "Atlantis/Center", "Workspace:TimeZone must be an IANA zone such as Europe/Amsterdam.")]
    [InlineData("Workspace:Address", "example.com", "Workspace:Address must start with http:// or https:// and hold no space.")]
    [InlineData("Impact:MaximumCalls", "20", "Impact:MaximumCalls must not be under Impact:MinimumCalls.")]
    [InlineData("Suggestions:HighPoints", "2", "Suggestions:HighPoints must not be under Suggestions:MediumPoints.")]
    public async Task BadValue_AmongGoodOnes_IsRefusedByNameAndNothingIsSaved(string key, string value, string says)
    {
        var saved = await Editing.SaveAsync([new("Detection:WindowDays", "10", null), new(key, value, null)], Admin);

        saved.Outcome.ShouldBe(SettingsOutcome.Refused);
        var fault = saved.Faults.ShouldHaveSingleItem();
        (fault.Entry.Key, fault.Text).ShouldBe((key, says));
        Get<IOptionsMonitor<DetectionOptions>>().CurrentValue.WindowDays.ShouldBe(30);
        (await AuditAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task TwoValues_AllowedOnlyTogether_AreSavedTogether()
    {
        var saved = await Editing.SaveAsync([new("Impact:MinimumCalls", "10", null), new("Impact:MaximumCalls", "40", null)], Admin);

        saved.Outcome.ShouldBe(SettingsOutcome.Done);
        Get<IOptionsMonitor<ImpactOptions>>().CurrentValue.MaximumCalls.ShouldBe(40);
        var reset = await Editing.SaveAsync([new("Impact:MinimumCalls", null, "10")], Admin); // 50 again, over the maximum of 40
        reset.Outcome.ShouldBe(SettingsOutcome.Refused);
    }

    [Fact]
    public async Task Change_OfWhatSomebodyElseChangedMeanwhile_IsRefused()
    {
        await Editing.SaveAsync([new(Threshold, "0.4", null)], Admin);

        var late = await Editing.SaveAsync([new(Threshold, "0.7", null)], Admin);

        late.Outcome.ShouldBe(SettingsOutcome.Moved);
        SuccessThreshold.ShouldBe(0.4);
    }

    [Fact]
    public async Task Change_ByAPersonWhoIsNoAdmin_IsDenied()
    {
        var nobody = new Actor("manager@example.com", PersonId: 4711);

        await Should.ThrowAsync<AccessDeniedException>(() => Editing.SaveAsync([new(Threshold, "0.4", null)], nobody));
        SuccessThreshold.ShouldBe(0.5);
    }

    [Fact]
    public async Task StoredValue_NoLongerAllowed_IsLeftOutAndTheRestHolds()
    {
        await Get<WriteGate>().WriteAsync(async db => await db.Settings.AddRangeAsync(
            Row(Threshold, "7"), Row("Detection:WindowDays", "14"), Row("Data:Folder", "/elsewhere"), Row("Suggestions:EvidenceStep", "many")));

        await Get<StoredSettings>().LoadAsync();

        var detection = Get<IOptionsMonitor<DetectionOptions>>().CurrentValue;
        (detection.SuccessThreshold, detection.WindowDays).ShouldBe((0.5, 14));
        Get<IOptionsMonitor<SuggestionOptions>>().CurrentValue.EvidenceStep.ShouldBe(0.05);
        Get<Microsoft.Extensions.Configuration.IConfiguration>()["Data:Folder"].ShouldBe(_host.DataFolder);
        (await Get<SettingQueries>().ListAsync()).Where(setting => setting.Ignored).Select(setting => setting.Entry.Key)
            .ShouldBe([Threshold, "Suggestions:EvidenceStep"]);
    }

    [Fact]
    public async Task Change_Saved_StillHoldsAfterARestart()
    {
        await Editing.SaveAsync([new(Threshold, "0.4", null)], Admin);

        await using var restarted = new ConsoleHost { Settings = { ["Data:Folder"] = _host.DataFolder } };
        _ = restarted.Address;

        restarted.Services.GetRequiredService<IOptionsMonitor<DetectionOptions>>().CurrentValue.SuccessThreshold.ShouldBe(0.4);
    }

    private static Setting Row(string key, string value) => new() { Key = key, Value = value, ChangedAt = new(2026, 1, 1), ChangedBy = "anna" };

    private T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    private async Task<List<AuditEntry>> AuditAsync()
    {
        await using var db = await Get<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        return await db.AuditEntries.OrderBy(entry => entry.Id).ToListAsync();
    }
}
