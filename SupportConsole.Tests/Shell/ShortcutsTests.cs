using SupportConsole.Shell;

namespace SupportConsole.Tests.Shell;

public sealed class ShortcutsTests
{
    private readonly Shortcuts _shortcuts = new();
    private readonly List<string> _ran = [];

    [Fact]
    public async Task Press_KeyOfTwoScopes_RunsTheNewer()
    {
        using var frame = _shortcuts.Scope(this, "Everywhere").Add("a", "frame", _ => _ran.Add("frame"));
        using var page = _shortcuts.Scope(this, "Suggestions").Add("a", "page", _ => _ran.Add("page"));

        await _shortcuts.PressAsync(new("a", null, null));

        _ran.ShouldBe(["page"]);
    }

    [Fact]
    public async Task Press_OfTheLastScope_RunsOnlyWhereThePageOffersNothing()
    {
        using var page = _shortcuts.Scope(this, "Suggestions").Add("u", "Undo", _ => Ran("page"), press => press.CardId == "card-1");
        using var toast = _shortcuts.Scope(this, "Everywhere", last: true).Add("u", "Undo the newest", _ => _ran.Add("toast"));

        await _shortcuts.PressAsync(new("u", "card-1", 4));
        await _shortcuts.PressAsync(new("u", "card-2", 4));

        _ran.ShouldBe(["page", "toast"]);
    }

    [Fact]
    public async Task Press_WithWhatWasSeen_CarriesItToThePage()
    {
        using var page = _shortcuts.Scope(this, "Suggestions").Add("a", "Accept", press => _ran.Add($"{press.CardId} at {press.Revision}"));

        await _shortcuts.PressAsync(new("a", "card-1", 4));

        _ran.ShouldBe(["card-1 at 4"]);
    }

    [Fact]
    public async Task Press_AfterThePageHasGone_DoesNothing()
    {
        _shortcuts.Scope(this, "Suggestions").Add("a", "Accept", _ => _ran.Add("late")).Dispose();

        await _shortcuts.PressAsync(new("a", "card-1", 4));

        _ran.ShouldBeEmpty();
        _shortcuts.Keys.ShouldBeEmpty();
    }

    private Task Ran(string what)
    {
        _ran.Add(what);
        return Task.CompletedTask;
    }
}
