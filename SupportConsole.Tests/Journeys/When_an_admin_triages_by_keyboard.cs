using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Journeys;

[Collection(ChromiumCollection.Name)]
public sealed class When_an_admin_triages_by_keyboard(ChromiumFixture chromium) : IAsyncLifetime
{
    private Loop _loop = null!;

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [SkippableFact]
    public async Task J_K_and_A_decide_on_the_card_that_is_shown_and_U_takes_it_back()
    {
        var ids = await Desk.AddCardsAsync(_loop, 90, 50, 10);
        var desk = await Desk.OpenAsync(chromium, _loop);
        await desk.ShouldSelectAsync(ids[0]);

        await desk.PressAsync("j");
        await desk.PressAsync("j");
        await desk.PressAsync("k");
        await desk.ShouldSelectAsync(ids[1]);
        await Assertions.Expect(desk.Page).ToHaveURLAsync($"**/suggestions?card={ids[1]}".Replace("**", desk.Page.Url[..desk.Page.Url.IndexOf("/suggestions", StringComparison.Ordinal)]));
        await Assertions.Expect(desk.Current).ToBeFocusedAsync();
        await desk.PressAsync("a");

        await desk.ShouldToastAsync("Applied as version 2");
        await desk.ShouldShowAsync("it is applied as version 2");
        (await StatusesAsync(ids)).ShouldBe([SuggestionStatus.Pending, SuggestionStatus.Applied, SuggestionStatus.Pending]);
        await Assertions.Expect(desk.Items.Nth(1)).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("left"));

        await desk.PressAsync("u");
        await desk.ShouldToastAsync("Undone: version 3 is as before the card");
        (await _loop.TextAsync()).ShouldBe(Loop.Instructions);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task U_on_a_card_takes_that_one_back_while_the_toast_of_another_is_open(bool byButton)
    {
        var ids = await Desk.AddCardsAsync(_loop, 90, 50);
        await _loop.Decisions.AcceptAsync(ids[1], null, Loop.Admin);
        var desk = await Desk.OpenAsync(chromium, _loop);
        await desk.ShouldSelectAsync(ids[0]);
        await desk.PressAsync("r");
        await desk.PressAsync("1");
        await desk.ShouldToastAsync("Rejected");

        await desk.Page.Locator(".chip", new() { HasText = "Being measured" }).First.ClickAsync();
        await desk.ShouldSelectAsync(ids[1]);
        await (byButton ? desk.Page.Locator("[data-press=u]").ClickAsync() : desk.PressAsync("u"));

        await desk.ShouldToastAsync("Undone: version 3 is as before the card");
        (await StatusesAsync(ids)).ShouldBe([SuggestionStatus.Rejected, SuggestionStatus.RolledBack]);
        await desk.Page.Locator(".toast", new() { HasText = "Rejected" }).GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await desk.ShouldToastAsync("Open again");
        (await StatusesAsync(ids)).ShouldBe([SuggestionStatus.Pending, SuggestionStatus.RolledBack]);
    }

    [SkippableFact]
    public async Task U_on_an_open_card_takes_back_what_the_toast_is_about()
    {
        var ids = await Desk.AddCardsAsync(_loop, 90, 50);
        var desk = await Desk.OpenAsync(chromium, _loop);
        await desk.ShouldSelectAsync(ids[0]);
        await desk.PressAsync("a");
        await desk.ShouldToastAsync("Applied as version 2");
        await desk.PressAsync("j");
        await desk.ShouldSelectAsync(ids[1]);

        await desk.PressAsync("u");

        await desk.ShouldToastAsync("Undone: version 3 is as before the card");
        (await StatusesAsync(ids)).ShouldBe([SuggestionStatus.RolledBack, SuggestionStatus.Pending]);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_undone_card_can_be_proposed_again_and_its_toast_leads_to_the_new_one(bool fromToast)
    {
        await _loop.CallsAsync(40, captured: 12);
        var undone = (await _loop.OpenCardAsync()).Id;
        var desk = await Desk.OpenAsync(chromium, _loop);
        await desk.ShouldSelectAsync(undone);
        await desk.PressAsync("a");
        await desk.ShouldShowAsync("it is applied as version 2");
        await desk.PressAsync("u");
        await desk.ShouldToastAsync("Undone: version 3");
        await Assertions.Expect(desk.Page.Locator("[data-press=u]")).ToContainTextAsync("Propose again");

        await (fromToast ? desk.Page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Propose again" }).ClickAsync() : desk.PressAsync("u"));
        await desk.ShouldToastAsync("Proposed again");
        await desk.Page.Locator(".toast").GetByRole(AriaRole.Link, new() { Name = "Open the new card" }).ClickAsync();

        var proposed = await _loop.OpenCardAsync();
        proposed.Id.ShouldNotBe(undone);
        await desk.ShouldSelectAsync(proposed.Id);
        (await StatusesAsync([undone])).ShouldBe([SuggestionStatus.RolledBack]);
    }

    [SkippableFact]
    public async Task Keys_pressed_while_a_decision_runs_wait_for_it_and_are_done()
    {
        var ids = await Desk.AddCardsAsync(_loop, 90, 50, 10);
        var desk = await Desk.OpenAsync(chromium, _loop);
        await desk.ShouldSelectAsync(ids[0]);
        var (gate, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        var writing = _loop.Get<WriteGate>().WriteAsync(async _ =>
        {
            held.SetResult();
            await gate.Task;
        });
        await held.Task;

        await desk.PressAsync("a");
        await desk.PressAsync("j");
        await desk.ShouldSelectAsync(ids[1]);
        await desk.PressAsync("r");
        await desk.Page.Locator("#reject-comment").WaitForAsync();
        await desk.PressAsync("1");
        await desk.PressAsync("j");
        await desk.ShouldSelectAsync(ids[2]);
        gate.SetResult();
        await writing;

        await desk.ShouldToastAsync("Rejected");
        (await StatusesAsync(ids)).ShouldBe([SuggestionStatus.Applied, SuggestionStatus.Rejected, SuggestionStatus.Pending]);
    }

    [SkippableFact]
    public async Task Accepted_and_not_applied_is_what_the_card_says_and_is_tried_again()
    {
        var ids = await Desk.AddCardsAsync(_loop, 90);
        var desk = await Desk.OpenAsync(chromium, _loop);
        await desk.ShouldSelectAsync(ids[0]);
        await using (var db = await _loop.ContextAsync())
            await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER Full BEFORE INSERT ON InstructionVersions BEGIN SELECT RAISE(ABORT, 'full'); END");

        await desk.PressAsync("a");
        await desk.ShouldShowAsync("Accepted. Applying it did not work yet; it is tried again by itself.");
        await using (var db = await _loop.ContextAsync())
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER Full");
        await _loop.Get<SuggestionApplier>().ApplyAcceptedAsync(CancellationToken.None);

        (await StatusesAsync(ids)).ShouldBe([SuggestionStatus.Applied]);
    }

    [SkippableFact]
    public async Task A_double_press_of_A_applies_once_and_touches_no_other_card()
    {
        var ids = await Desk.AddCardsAsync(_loop, 90, 50);
        var desk = await Desk.OpenAsync(chromium, _loop);
        await desk.ShouldSelectAsync(ids[0]);

        await desk.PressAsync("a");
        await desk.PressAsync("a");

        await desk.ShouldToastAsync("Applied as version 2");
        await desk.ShouldSelectAsync(ids[0]);
        await Assertions.Expect(desk.Toasts).ToHaveCountAsync(1);
        (await StatusesAsync(ids)).ShouldBe([SuggestionStatus.Applied, SuggestionStatus.Pending]);
    }

    [SkippableFact]
    public async Task R_and_a_digit_reject_with_that_reason_however_fast_they_come()
    {
        var ids = await Desk.AddCardsAsync(_loop, 90, 50);
        var desk = await Desk.OpenAsync(chromium, _loop);
        await desk.ShouldSelectAsync(ids[0]);

        await desk.PressAsync("r");
        await desk.PressAsync("2");

        await desk.ShouldToastAsync("Rejected: Wrong cause");
        (await _loop.CardAsync(ids[0])).Card.RejectReason.ShouldBe(RejectReason.WrongCause);
        await desk.Page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await desk.ShouldToastAsync("Open again");
        (await StatusesAsync(ids)).ShouldBe([SuggestionStatus.Pending, SuggestionStatus.Pending]);
        await Assertions.Expect(desk.Page.Locator("[data-press=a]")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task S_snoozes_to_the_morning_of_the_workspace_and_shows_it_again()
    {
        var ids = await Desk.AddCardsAsync(_loop, 90);
        var desk = await Desk.OpenAsync(chromium, _loop);

        await desk.PressAsync("s");
        await desk.Page.GetByText("Until when?").WaitForAsync();
        await desk.PressAsync("1");

        await desk.ShouldToastAsync("Snoozed until 3 Mar 2026 08:00");
        (await _loop.CardAsync(ids[0])).Card.SnoozedUntil.ShouldBe(new DateTime(2026, 3, 3, 7, 0, 0, DateTimeKind.Utc)); // Amsterdam, winter
        await Assertions.Expect(desk.Page.Locator("[data-press=s]")).ToContainTextAsync("Show now");
        await desk.PressAsync("s");
        await desk.ShouldToastAsync("Open again");
        (await _loop.CardAsync(ids[0])).Card.SnoozedUntil.ShouldBeNull();
    }

    [SkippableFact]
    public async Task P_shows_the_whole_text_that_the_agent_would_get_and_Esc_goes_back()
    {
        await Desk.AddCardsAsync(_loop, 90);
        var desk = await Desk.OpenAsync(chromium, _loop);

        await desk.PressAsync("p");
        await desk.ShouldShowAsync("What the agent would get");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Plain" }).ClickAsync();
        var shown = await desk.Page.Locator(".plain").InnerTextAsync();
        await desk.ReloadAsync();
        await desk.ShouldShowAsync("What the agent would get");
        await desk.PressAsync("a");
        await desk.ShouldToastAsync("Applied as version 2");

        shown.ShouldBe(await _loop.TextAsync());
        await desk.PressAsync("Escape");
        await desk.ShouldShowAsync("it is applied as version 2");
    }

    [SkippableFact]
    public async Task A_press_from_a_screen_that_lags_does_nothing_and_says_so()
    {
        var ids = await Desk.AddCardsAsync(_loop, 90, 50);
        var desk = await Desk.OpenAsync(chromium, _loop);
        await desk.ShouldSelectAsync(ids[0]);

        await desk.LagAsync("revision", 0);
        await desk.PressAsync("a");
        await desk.ShouldShowAsync("Nothing was done: this card changed while you looked at it.");

        await desk.PressAsync("j");
        await desk.ShouldSelectAsync(ids[1]);
        await desk.LagAsync("cardId", ids[0]);
        await desk.PressAsync("a");
        await desk.ShouldToastAsync("Nothing was done: another card had been chosen when “A” arrived.");

        (await StatusesAsync(ids)).ShouldBe([SuggestionStatus.Pending, SuggestionStatus.Pending]);
    }

    [SkippableFact]
    public async Task Instructions_changed_meanwhile_write_the_card_again_and_apply_nothing()
    {
        await _loop.CallsAsync(40, captured: 12);
        var desk = await Desk.OpenAsync(chromium, _loop);
        await desk.ShouldShowAsync("price");
        var edited = Loop.Instructions.Replace("Ask what price they have in mind.", "Ask what monthly price they have in mind.", StringComparison.Ordinal);
        await _loop.Get<ProjectEditing>().SaveInstructionsAsync(_loop.Project.Id, 1, edited, "Clearer", Loop.Admin);

        await desk.PressAsync("a");
        await desk.ShouldShowAsync("Nothing was done. The instructions are at version 2 now, and this card was written again against them");
        await desk.ShouldShowAsync("Ask what monthly price they have in mind.");
        (await _loop.TextAsync()).ShouldBe(edited);

        await desk.PressAsync("a");
        await desk.ShouldToastAsync("Applied as version 3");
        (await _loop.TextAsync()).ShouldContain("monthly price");
    }

    [SkippableFact]
    public async Task The_palette_finds_a_card_by_its_words_and_accepts_the_one_in_sight()
    {
        var ids = await Desk.AddCardsAsync(_loop, 90, 50);
        var desk = await Desk.OpenAsync(chromium, _loop);

        await desk.PressAsync("Control+k");
        await desk.Page.Keyboard.TypeAsync("50 confirmed");
        await Assertions.Expect(desk.Page.Locator("#palette [role=option]").First).ToContainTextAsync("Field 50: given but not confirmed back");
        await desk.PressAsync("Enter");
        await desk.ShouldSelectAsync(ids[1]);

        await desk.PressAsync("Control+k");
        await desk.Page.GetByRole(AriaRole.Option, new() { Name = "Accept: Field 50" }).ClickAsync();
        await desk.ShouldToastAsync("Applied as version 2");
        (await StatusesAsync(ids)).ShouldBe([SuggestionStatus.Pending, SuggestionStatus.Applied]);
    }

    private async Task<List<SuggestionStatus>> StatusesAsync(List<long> ids)
    {
        var rows = await _loop.Cards.RowsAsync(ids);
        return [.. ids.Select(id => rows.Single(row => row.Id == id).Status)];
    }
}
