using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SupportConsole.Shell;

namespace SupportConsole.Tests.Shell;

public sealed class CommandSearchTests : BunitContext
{
    private readonly Projects _projects = new();
    private readonly CommandRegistry _registry;
    private readonly Toasts _toasts = new();

    public CommandSearchTests()
    {
        _registry = new([_projects], NullLogger<CommandRegistry>.Instance);
        Services.AddLocalization();
        Services.AddSingleton(_registry);
        Services.AddSingleton(_toasts);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Typed_TwoWordsAnyCase_KeepsOnlyWhatHoldsBoth()
    {
        var palette = Palette();

        Type(palette, "CHECK car");

        Options(palette).ShouldBe(["Car Finance Checker"]);
    }

    [Fact]
    public void Typed_WithoutAccents_FindsWordsThatHaveThem()
    {
        var palette = Palette();

        Type(palette, "cafe");

        Options(palette).ShouldBe(["Café Noord"]);
    }

    [Fact]
    public void Typed_NothingAnswers_SaysSo()
    {
        var palette = Palette();

        Type(palette, "zzz");

        palette.Find(".options-none").TextContent.ShouldContain("zzz");
    }

    [Fact]
    public void Arrows_PastTheEnd_ComeRoundAndAreAnnounced()
    {
        var palette = Palette();
        palette.Find("input").Focus();

        foreach (var _ in Enumerable.Range(0, 3))
            palette.Find("input").KeyDown("ArrowDown");
        palette.Find("[aria-selected=true] span").TextContent.ShouldBe("Boiler Cover");

        palette.Find("input").KeyDown("ArrowUp");
        var chosen = palette.Find("[aria-selected=true]");
        chosen.QuerySelector("span")!.TextContent.ShouldBe("Café Noord");
        palette.Find("input").GetAttribute("aria-activedescendant").ShouldBe(chosen.Id);
    }

    [Fact]
    public void Enter_OnALink_GoesThereAndIsDone()
    {
        var done = false;
        var palette = Palette(() => done = true);
        Type(palette, "car");

        palette.Find("input").KeyDown("Enter");

        done.ShouldBeTrue();
        Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith("/projects/7");
    }

    [Fact]
    public void PageActions_OfAPageThatIsGone_AreNotOffered()
    {
        var ran = 0;
        var offer = _registry.Add("Suggestions", new Command("Accept and apply") { Run = () => { ran++; return Task.CompletedTask; } });
        var palette = Palette();
        Type(palette, "accept");
        palette.Find("input").KeyDown("Enter");
        ran.ShouldBe(1);

        offer.Dispose();
        Type(palette, "accep");

        palette.FindAll(".option").ShouldBeEmpty();
    }

    [Fact]
    public void Option_TouchedOrRightClicked_IsNotRunBeforeTheClick()
    {
        var ran = 0;
        _registry.Add("Suggestions", new Command("Accept and apply") { Run = () => { ran++; return Task.CompletedTask; } });
        var palette = Palette();
        Type(palette, "accept");

        palette.Find(".option").HasAttribute("blazor:onpointerdown").ShouldBeFalse();
        palette.Find(".option").Click();

        ran.ShouldBe(1);
    }

    [Fact]
    public void Arrow_MovingTheChoice_BringsItIntoSight()
    {
        var palette = Palette();
        palette.Find("input").Focus();

        palette.Find("input").KeyDown("ArrowDown");

        JSInterop.VerifyInvoke("supportConsole.reveal").Arguments.ShouldBe(["#palette-text-1"]);
    }

    [Fact]
    public void Command_Failing_SaysSoAndLeavesThePageStanding()
    {
        _registry.Add("Suggestions", new Command("Accept and apply") { Run = () => throw new InvalidOperationException("disk full") });
        var palette = Palette();
        Type(palette, "accept");

        palette.Find("input").KeyDown("Enter");

        _toasts.Shown.ShouldHaveSingleItem().Text.ShouldContain("Accept and apply");
        palette.Find("input").ShouldNotBeNull();
    }

    [Fact]
    public void Enter_WhileTheSearchRuns_WaitsForWhatWasTyped()
    {
        var palette = Palette();
        Type(palette, "boiler");
        _projects.Gate = new();

        Type(palette, "car");
        palette.Find("input").KeyDown("Enter");
        _projects.Gate.SetResult();

        palette.WaitForAssertion(() => Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith("/projects/7"));
    }

    [Fact]
    public void Palette_OpenedAgain_ShowsNothingOfTheSearchBefore()
    {
        var palette = Palette();
        Type(palette, "boiler");
        palette.Find("input").Blur();
        _projects.Gate = new();

        palette.Find("input").Focus();

        palette.FindAll(".option").ShouldBeEmpty("what is shown would change under the pointer");
        _projects.Gate.SetResult();
        palette.WaitForAssertion(() => Options(palette).Count().ShouldBe(3));
    }

    private IRenderedComponent<CommandSearch> Palette(Action? done = null) => Render<CommandSearch>(search => search
        .Add(s => s.Id, "palette-text").Add(s => s.Label, "Go").Add(s => s.OffersUnasked, true).Add(s => s.OnDone, done ?? (() => { })));

    private static void Type(IRenderedComponent<CommandSearch> palette, string text)
    {
        palette.Find("input").Focus();
        palette.Find("input").Input(text);
    }

    private static IEnumerable<string> Options(IRenderedComponent<CommandSearch> palette) =>
        palette.FindAll(".option span:first-child").Select(option => option.TextContent);

    private sealed class Projects : ICommandSource
    {
        public TaskCompletionSource? Gate { get; set; }

        public string Title => "Projects";

        public async Task<IReadOnlyList<Command>> SearchAsync(string text, ClaimsPrincipal person, CancellationToken cancellation)
        {
            if (Gate is not null)
                await Gate.Task.WaitAsync(cancellation);
            Command[] all = [new("Boiler Cover") { Href = "/projects/3" }, new("Car Finance Checker") { Href = "/projects/7" }, new("Café Noord") { Href = "/projects/9" }];
            return [.. all.Matching(text)];
        }
    }
}
