using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportConsole.Access;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Detection.Detectors;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Settings;
using SupportConsole.Projects.Detection;
using SupportConsole.Settings;
using SupportConsole.Shell;
using SupportConsole.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Projects;

public sealed class DetectionViewTests : BunitContext, IAsyncLifetime
{
    private readonly Listener _listener = new();
    private Loop _loop = null!;

    public async Task InitializeAsync()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("en");
        _loop = await Loop.StartAsync(services => services.AddSingleton<ICallDetector>(_listener));
        Services.AddLocalization().AddLogging().AddOptions();
        Services.AddSingleton<TimeProvider>(_loop.Clock).AddSingleton<WorkspaceTime>().AddSingleton<SuggestionWording>().AddSingleton<SettingText>().AddSingleton<Toasts>();
        Services.AddSingleton(_loop.Get<CallDetection>()).AddSingleton(_loop.Get<DetectionPreviewing>()).AddSingleton(_loop.Get<DetectionEditing>());
        Services.AddSingleton(_loop.Get<IOptionsMonitor<DetectionOptions>>()).AddSingleton<CurrentActor>().AddSingleton(_loop.Get<PersonNames>());
        Services.AddScoped<Drafts>();
        JSInterop.Mode = JSRuntimeMode.Loose; // A browser that keeps no drafts.
        var admin = await _loop.Host.AddPersonAsync(Roles.Admin);
        AddAuthorization().SetAuthorized(admin.DisplayName).SetRoles(Roles.Admin).SetClaims(new Claim(ClaimTypes.NameIdentifier, $"{admin.Id}"));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _loop.DisposeAsync();
    }

    [Fact]
    public async Task Mute_OfAFieldThatNeedNotBeThere_HasAChoiceThatLiftsIt()
    {
        await SaveAsync(new MuteDraft(HangUps.DetectorName, "price", null, "known"));
        var view = await ShowAsync();

        Choice(view, HangUps.DetectorName, "price").Change(""); // looks
        view.Find("form").Submit();

        await view.WaitForAssertionAsync(() => Toasts.ShouldHaveSingleItem().Text.ShouldBe("Detection saved"));
        (await ProjectAsync()).Detection.Muted.ShouldBeEmpty();
    }

    [Fact]
    public async Task Mute_OfSevenDays_EndsWithTheDayAsPeopleHereKnowIt()
    {
        var view = await ShowAsync();

        Choice(view, HangUps.DetectorName, null).Change("7");
        view.Find("form").Submit();

        await view.WaitForAssertionAsync(() => Toasts.Count.ShouldBe(1));
        (await ProjectAsync()).Detection.Muted.ShouldHaveSingleItem().Until.ShouldBe(new DateTime(2026, 3, 9, 23, 0, 0, DateTimeKind.Utc), "midnight in Amsterdam");
    }

    [Fact]
    public async Task Mute_ThatIsOver_IsNothingToSave()
    {
        await SaveAsync(new MuteDraft(HangUps.DetectorName, null, _loop.Clock.GetUtcNow().UtcDateTime.AddDays(1), ""));
        _loop.Clock.Advance(TimeSpan.FromDays(2));

        (await ShowAsync()).Find("button[type=submit]").HasAttribute("disabled").ShouldBeTrue();
    }

    [Fact]
    public async Task Mute_OfAFieldThatIsGone_SaysWhyNothingIsSaved()
    {
        await SaveAsync(new MuteDraft(HangUps.DetectorName, "price", null, ""));
        var view = await ShowAsync();
        Choice(view, HangUps.DetectorName, null).Change("always"); // Typed, so it stays when the field goes meanwhile.
        await _loop.CaptureAsync(new CaptureField("postcode", "postcode"));
        var project = await ProjectAsync();
        view.Render(parts => parts.Add(part => part.Project, project));

        await view.Find("form").SubmitAsync();
        view.Find(".acts-row [role=alert]").TextContent.ShouldStartWith("Not saved");
        view.Find(".mute .bad").TextContent.ShouldContain("no longer captures price");

        Choice(view, HangUps.DetectorName, "price").Change("");
        view.Find("form").Submit();
        await view.WaitForAssertionAsync(() => Toasts.Count.ShouldBe(1));
    }

    [Fact]
    public async Task Undo_AfterSomebodyElseSaved_LeavesWhatTheySaved()
    {
        var view = await ShowAsync();
        Choice(view, HangUps.DetectorName, null).Change("always");
        view.Find("form").Submit();
        await view.WaitForAssertionAsync(() => Toasts.Count.ShouldBe(1));
        await SaveAsync(new MuteDraft(Timing.DetectorName, null, null, "theirs"));

        await view.InvokeAsync(() => Services.GetRequiredService<Toasts>().UndoAsync(Toasts[0]));

        Toasts.ShouldHaveSingleItem().Text.ShouldStartWith("Not undone");
        (await ProjectAsync()).Detection.Muted.ShouldHaveSingleItem().Detector.ShouldBe(Timing.DetectorName);
    }

    [Fact]
    public async Task Undo_OfALiftedMute_BringsItBackAsWhoSetItAndWhen()
    {
        await SaveAsync(new MuteDraft(HangUps.DetectorName, null, null, "known"));
        var set = (await ProjectAsync()).Detection;
        _loop.Clock.Advance(TimeSpan.FromHours(3));
        var view = await ShowAsync();
        Choice(view, HangUps.DetectorName, null).Change("");
        view.Find("form").Submit();
        await view.WaitForAssertionAsync(() => Toasts.Count.ShouldBe(1));

        await view.InvokeAsync(() => Services.GetRequiredService<Toasts>().UndoAsync(Toasts[0]));

        (await ProjectAsync()).Detection.ShouldBe(set);
    }

    [Fact]
    public async Task Typing_AThreshold_IsTriedOnceItRests()
    {
        var view = await ShowAsync();
        await view.WaitForAssertionAsync(() => view.Find("[aria-busy]").GetAttribute("aria-busy").ShouldBe("false"));
        _listener.Heard.Clear();
        var field = view.Find("[data-detector=missing_data] .threshold input");

        // Not awaited: the next key comes while the one before waits.
        var keys = new[] { "4", "45", "45.5" }.Select(text => field.InputAsync(text)).ToList();
        await Task.WhenAll(keys);

        await view.WaitForAssertionAsync(() => view.Find("[aria-busy]").GetAttribute("aria-busy").ShouldBe("false"));
        _listener.Heard.Distinct().Order().ToList().ShouldBe([0.3, 0.455], "what is in force, and what was typed in the end");
    }

    private IReadOnlyList<Toast> Toasts => Services.GetRequiredService<Toasts>().Shown;

    private static AngleSharp.Dom.IElement Choice(IRenderedComponent<DetectionView> view, string detector, string? field) =>
        view.Find($"[data-detector={detector}] select{(field is null ? ":not([data-mute])" : $"[data-mute={field}]")}");

    private async Task<IRenderedComponent<DetectionView>> ShowAsync()
    {
        var project = await ProjectAsync();
        return Render<DetectionView>(parts => parts.Add(part => part.Project, project));
    }

    private async Task<Project> ProjectAsync() => (await _loop.Get<ProjectQueries>().GetAsync("cars"))!;

    private async Task SaveAsync(params MuteDraft[] muted) =>
        (await _loop.Get<DetectionEditing>().SaveAsync(_loop.Project.Id, null, new DetectionDraft(new Dictionary<string, string>(), muted), Loop.Admin)).ShouldBe(EditOutcome.Done);

    /// <summary>Finds nothing, and hears which thresholds are tried.</summary>
    private sealed class Listener : ICallDetector
    {
        public ConcurrentBag<double> Heard { get; } = [];

        public string Name => "listener";

        public IEnumerable<Finding> Find(ProjectSnapshot snapshot, DetectionOptions options)
        {
            Heard.Add(Math.Round(options.MissingThreshold, 6));
            return [];
        }
    }
}
