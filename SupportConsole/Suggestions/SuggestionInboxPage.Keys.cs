using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SupportConsole.Controls;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Shell;

namespace SupportConsole.Suggestions;

/// <summary>The keys, which are the buttons too: each carries the card and the revision that were on the screen when it went down.</summary>
public sealed partial class SuggestionInboxPage
{
    private ShortcutScope? _keys;
    private IDisposable? _offer;
    private (long?, int?) _offered;
    private CardNotice? _notice;
    private Choice _choice;
    private string _comment = "";
    private Task _drafted = Task.CompletedTask;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly List<long> _deciding = [];
    private string? _follow;

    [Inject]
    private Shortcuts Shortcuts { get; set; } = default!;

    [Inject]
    private CommandRegistry Commands { get; set; } = default!;

    [Inject]
    private CardDecisions Decisions { get; set; } = default!;

    [Inject]
    private Drafts Drafts { get; set; } = default!;

    [Inject]
    private SnoozeTimes Times { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private Reconnection Connection { get; set; } = default!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_follow is { } target)
        {
            _follow = null;
            await Js.InvokeVoidAsync("supportConsole.follow", target);
        }

        // After a lost connection the page is a new one: the comment that was being written is there again.
        if (!firstRender || Shown is not { Card: { Status: SuggestionStatus.Pending } card } || !_canDecide)
            return;
        await (_drafted = ReadDraftAsync(card));
        if (_comment.Length > 0)
        {
            _choice = Choice.Reject;
            StateHasChanged();
        }
    }

    private void OpenKeys()
    {
        _keys = Shortcuts.Scope(this, Words["Suggestions"])
            .Add("j", Words["Act.Next"], _ => StepAsync(1))
            .Add("k", Words["Act.Previous"], _ => StepAsync(-1))
            .Add("arrowdown", Words["Act.Next"], _ => StepAsync(1))
            .Add("arrowup", Words["Act.Previous"], _ => StepAsync(-1))
            .Add("enter", Words["Act.Open"], _ => Open())
            .Add("escape", Words["Act.Back"], _ => Back())
            .Add("p", Words["Act.Preview"], _ => PreviewAsync());
        if (!_canDecide)
            return;
        _keys.Add("a", Words["Act.Accept"], AcceptAsync)
            .Add("r", Words["Act.Reject"], press => ChooseAsync(press, Choice.Reject))
            .Add("s", Words["Act.Snooze"], SnoozeAsync)
            .Add("u", Words["Act.Undo"], UndoAsync, CanTakeBack);
        foreach (var reason in Enum.GetValues<RejectReason>())
            _keys.Add(Digit((int)reason), Words["Act.Of", Words["Act.Reject"], Wording.Reason(reason)], press => ChosenAsync(press, (int)reason));
    }

    private async Task StepAsync(int by)
    {
        if (Inbox.List is not { } list)
            return;
        if (by > 0 && list.NextCursor is not null && list.IndexOf(Inbox.Wanted) == list.Entries.Count - 1)
            await MoreAsync();
        if (list.Step(Inbox.Wanted, by) is not { } id || id == Inbox.Wanted)
            return;
        (_choice, _notice) = (Choice.None, null);
        Go(Address with { Card = id }, replace: Address.Card is not null);
        await Inbox.ShowAsync(id, Address.Preview, Gone);
        OfferCommands();
        _follow = $"[data-item='{id}']";
    }

    private void Open()
    {
        if (Inbox.Wanted is { } id)
            Go(Address with { Card = id }, replace: false);
        _follow = ".thing-body";
    }

    private Task Back()
    {
        if (_choice != Choice.None)
            _choice = Choice.None;
        else if (Address.Preview)
            return PreviewAsync();
        else if (Address.Card is not null)
            Addresses.NavigateTo(HrefOf(null));
        return Task.CompletedTask;
    }

    private async Task PreviewAsync()
    {
        if (Inbox.Wanted is not { } id)
            return;
        _choice = Choice.None;
        Go(Address with { Card = id, Preview = !Address.Preview }, replace: Address.Preview);
        await Inbox.ShowAsync(id, Address.Preview, Gone);
    }

    private Task AcceptAsync(KeyPress press) => DecideAsync(press, Offered(SuggestionStatus.Pending), Decisions.AcceptAsync);

    private Task UndoAsync(KeyPress press) => Shown?.Card switch
    {
        { Status: SuggestionStatus.Rejected } => DecideAsync(press, Offered(SuggestionStatus.Rejected), Decisions.ReopenAsync),
        // The second of two presses is still about undoing: only who saw the undone card asks for it again.
        { Status: SuggestionStatus.RolledBack } card when press.Revision == card.Revision =>
            DecideAsync(press, Offered(SuggestionStatus.RolledBack), Decisions.ReopenAsync),
        _ => DecideAsync(press, Offered(SuggestionStatus.Applied), Decisions.UndoAsync),
    };

    /// <summary>Not for a card that has nothing to take back, unless it is being decided on: then U is about that.</summary>
    private bool CanTakeBack(KeyPress press) => press.CardId is not null
        && (Shown is not { Card: var card } || press.CardId != Digit(card.Id) || _deciding.Contains(card.Id)
            || card.Status is SuggestionStatus.Applied or SuggestionStatus.Rejected or SuggestionStatus.RolledBack);

    private Task SnoozeAsync(KeyPress press) => Shown is { Card: var card } && IsSnoozed(card)
        ? DecideAsync(press, Offered(SuggestionStatus.Pending), (seen, revision) => Decisions.SnoozeAsync(seen, revision, null))
        : ChooseAsync(press, Choice.Snooze);

    /// <summary>Opens the choice, or puts it away. The decision itself is the digit that follows, with what is seen then.</summary>
    private async Task ChooseAsync(KeyPress press, Choice choice)
    {
        if (Seen(press) is not { Status: SuggestionStatus.Pending } card)
            return;
        _choice = _choice == choice ? Choice.None : choice;
        if (_choice == Choice.Reject)
            await (_drafted = ReadDraftAsync(card));
    }

    private async Task ChosenAsync(KeyPress press, int digit)
    {
        await _drafted;
        var (choice, comment) = (_choice, _comment);
        if (choice == Choice.Reject)
            await DecideAsync(press, Offered(SuggestionStatus.Pending), async (card, revision) =>
            {
                var notice = await Decisions.RejectAsync(card, revision, (RejectReason)digit, comment);
                if (notice is null)
                    await Drafts.ClearAsync(DraftKey(card.Id));
                return notice;
            });
        else if (choice == Choice.Snooze && digit is 1 or 2)
            await DecideAsync(press, Offered(SuggestionStatus.Pending), (card, revision) =>
                Decisions.SnoozeAsync(card, revision, digit == 1 ? Times.Tomorrow : Times.NextWeek));
    }

    private async Task DecideAsync(KeyPress press, Func<Suggestion, bool> offered, Func<Suggestion, int?, Task<CardNotice?>> decide)
    {
        // Not offered and not stale: the button is not on their screen, so the key means nothing.
        if (Seen(press) is not { } card || (press.Revision == card.Revision && !offered(card) && !_deciding.Contains(card.Id)))
            return;
        _choice = Choice.None;
        _deciding.Add(card.Id);
        try
        {
            // One after another, as they were pressed: each has its own card and revision.
            await _turn.WaitAsync();
            try
            {
                Tell(card, await decide(card, press.Revision));
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            _deciding.Remove(card.Id);
        }

        await ReadAsync();
    }

    /// <summary>On the card, while it is the one that is shown; else where it is seen.</summary>
    private void Tell(Suggestion card, CardNotice? notice)
    {
        if (notice is null || card.Id == Inbox.Wanted)
            _notice = notice;
        else
            Toasts.Show(notice.Text, notice.Tone);
    }

    private static Func<Suggestion, bool> Offered(SuggestionStatus status) => card => card.Status == status;

    /// <summary>The card that was on the screen when the key went down; null (and said so) when another has been chosen since.</summary>
    private Suggestion? Seen(KeyPress press)
    {
        if (press.CardId is null)
            return null; // A phone with the list in front: no card was seen.
        if (Shown is { Card: var card } && card.Id == Inbox.Wanted && press.CardId == Digit(card.Id))
            return card;
        Toasts.Show(Words["Late.MovedOn", press.Key.ToUpper(CultureInfo.CurrentCulture)], Tone.Warning);
        return null;
    }

    private async Task ReadDraftAsync(Suggestion card) => _comment = await Drafts.ReadAsync(DraftKey(card.Id));

    private string DraftKey(long card) => $"{_person}/suggestion/{Digit(card)}/reject";

    private static string Digit(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The palette offers what the buttons do, for the card and revision behind it.</summary>
    private void OfferCommands()
    {
        var card = Shown?.Card;
        if (_offered == (card?.Id, card?.Revision))
            return;
        _offered = (card?.Id, card?.Revision);
        _offer?.Dispose();
        _offer = null;
        if (card is null || !_canDecide)
            return;
        var seen = (Id: Digit(card.Id), card.Revision);
        Command Act(string word, string key, Func<KeyPress, Task> run) => new(Words["Act.Of", Words[word], Wording.Title(card)])
        {
            Keys = key.ToUpper(CultureInfo.InvariantCulture),
            Run = () => InvokeAsync(async () =>
            {
                await run(new KeyPress(key, seen.Id, seen.Revision));
                StateHasChanged();
            }),
        };
        _offer = Commands.Add(Words["PaletteThisCard"], card.Status switch
        {
            SuggestionStatus.Pending => [Act("Act.AcceptShort", "a", AcceptAsync), Act("Act.Reject", "r", press => ChooseAsync(press, Choice.Reject)), Act("Act.Snooze", "s", SnoozeAsync)],
            SuggestionStatus.Applied => [Act("Act.Undo", "u", UndoAsync)],
            SuggestionStatus.Rejected => [Act("Act.Reopen", "u", UndoAsync)],
            SuggestionStatus.RolledBack => [Act("Act.ProposeAgain", "u", UndoAsync)],
            _ => [],
        });
    }
}
