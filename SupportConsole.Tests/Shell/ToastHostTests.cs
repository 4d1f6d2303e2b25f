using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Controls;
using SupportConsole.Shell;

namespace SupportConsole.Tests.Shell;

public sealed class ToastHostTests : BunitContext
{
    private readonly Toasts _toasts = new();
    private readonly Shortcuts _shortcuts = new();

    public ToastHostTests()
    {
        Services.AddLocalization();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(_toasts);
        Services.AddSingleton(_shortcuts);
    }

    [Fact]
    public void Toast_Shown_StandsInTheLiveRegionThatWasThere()
    {
        var host = Render<ToastHost>();
        host.Find("[role=status][aria-live=polite]").ChildElementCount.ShouldBe(0);

        _toasts.Show("Accepted", Tone.Good);

        host.WaitForElement(".toast.good p").TextContent.ShouldBe("Accepted");
    }

    [Fact]
    public async Task KeyU_WithTwoUndos_TakesBackTheNewestOnce()
    {
        var undone = new List<string>();
        var host = Render<ToastHost>();
        _toasts.Show("first", undo: () => { undone.Add("first"); return Task.CompletedTask; });
        _toasts.Show("second", undo: () => { undone.Add("second"); return Task.CompletedTask; });
        _toasts.Show("no way back");

        await host.InvokeAsync(() => _shortcuts.PressAsync(new("u", null, null)));

        undone.ShouldBe(["second"]);
        _toasts.Shown.Select(toast => toast.Text).ShouldBe(["first", "no way back"]);
    }

    [Fact]
    public void KeyU_NothingToTakeBack_IsNotTaken()
    {
        Render<ToastHost>();
        _toasts.Show("no way back");

        _shortcuts.Keys.ShouldNotContain("u");
    }

    [Fact]
    public void Toast_UnderThePointer_WaitsUntilItIsLeft()
    {
        var host = Render<ToastHost>();
        _toasts.Show("read me", seconds: 3);

        host.WaitForElement(".toast").MouseEnter();
        _toasts.Pass(TimeSpan.FromSeconds(10));
        _toasts.Shown.Count.ShouldBe(1);

        host.Find(".toast").MouseLeave();
        _toasts.Pass(TimeSpan.FromSeconds(3));
        _toasts.Shown.ShouldBeEmpty();
    }

    [Fact]
    public void Undo_Failing_SaysSo()
    {
        var host = Render<ToastHost>();
        _toasts.Show("Accepted", undo: () => throw new InvalidOperationException("the target moved"));

        host.WaitForElement(".toast button.btn:not(.quiet)").Click();

        host.WaitForElement(".toast.bad p").TextContent.ShouldContain("Accepted");
    }
}
