using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Models;
using SupportConsole.Shell;

namespace SupportConsole.Triage;

public sealed partial class TriageTextsPage
{
    private const int PageSize = 25;
    private const int ShortLength = 40;
    private const int LongestSearch = 200;
    private const int SecondsForOne = 8;
    private const int SecondsForMany = 20;

    /// <summary>More texts than this are asked about first: what a toast can put back is gone with it.</summary>
    private const int RemovedUnasked = 20;

    private readonly Typing _typing = new();
    private IReadOnlyList<LabelledRow> _rows = [];
    private IReadOnlyList<PageView> _kinds = [], _views = [];
    private Dictionary<LabelKind, LabelTotals> _totals = [];
    private LabelFilter _filter = new();
    private string? _next;
    private string? _typed, _sent;
    private int _texts, _heldOut, _found;
    private bool _removing, _sure;

    /// <summary>Only labels of this kind; those that wait, and those of one label, are of one kind.</summary>
    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    /// <summary>Only texts with this label.</summary>
    [SupplyParameterFromQuery]
    public string? Label { get; set; }

    /// <summary>"waiting": only what was labelled since the model of the kind in force was trained.</summary>
    [SupplyParameterFromQuery]
    public string? View { get; set; }

    /// <summary>Only texts that hold this. Admins alone search: what is found would tell others what is hidden from them.</summary>
    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    /// <summary>The last text of the page before.</summary>
    [SupplyParameterFromQuery]
    public long? Before { get; set; }

    [Inject]
    private LabelQueries Queries { get; set; } = default!;

    [Inject]
    private LabelledTexts Writes { get; set; } = default!;

    [Inject]
    private ModelVersions Versions { get; set; } = default!;

    [Inject]
    private CurrentActor Actor { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private TriageWording Wording { get; set; } = default!;

    [Inject]
    private IStringLocalizer<TriageWords> Words { get; set; } = default!;

    protected override IReadOnlyCollection<LiveTopic> Topics => [LiveTopic.Triage];

    protected override TimeSpan Pause => TimeSpan.FromMilliseconds(500);

    protected override object Question => (Kind, Label, View, Q, Before);

    private bool OnlyWaiting => View == "waiting";

    private string? Searched => IsAdmin && !string.IsNullOrWhiteSpace(Q) ? Q.Trim()[..Math.Min(Q.Trim().Length, LongestSearch)] : null;

    /// <summary>What stands in the box was not looked for yet: what is listed is another search's.</summary>
    private bool IsOld => _filter.Text != Searched || (_typed ?? "").Trim() != (Q ?? "").Trim();

    protected override Task OnParametersSetAsync()
    {
        // What was typed meanwhile is newer than the address that an earlier letter asked for.
        if (Q != _sent)
            (_typed, _sent) = (Q, Q);
        return base.OnParametersSetAsync();
    }

    protected override async Task<Load> AnswerAsync()
    {
        var label = string.IsNullOrEmpty(Label) ? null : Label;
        var only = LabelKinds.Named(Kind) ?? (OnlyWaiting || label is not null ? LabelKind.Topic : null);
        var totals = new Dictionary<LabelKind, LabelTotals>();
        foreach (var kind in LabelKinds.All)
            totals[kind] = await Queries.TotalsAsync(kind, Gone);
        _totals = totals;
        var all = totals.Values.Sum(of => of.Texts);
        var shown = totals.Where(of => only is null || of.Key == only).Select(of => of.Value).ToList();
        (_texts, _heldOut) = (shown.Sum(of => of.Texts), shown.Sum(of => of.HeldOut));
        var (trained, waiting) = (0L, 0);
        if (only is { } one)
        {
            trained = await Versions.LastTextIdAsync(one, Gone);
            waiting = await Queries.SinceAsync(one, trained, Gone);
        }

        var filter = new LabelFilter(only, label, OnlyWaiting ? trained : null, Searched);
        var rows = await Queries.ListAsync(filter, Before, PageSize, masked: !IsAdmin, Gone);
        var found = filter.Text is null ? 0 : await Queries.CountAsync(filter, Gone);
        (_sure, _filter, _found) = (_sure && filter == _filter && found == _found, filter, found);
        _rows = [.. rows.Take(PageSize)];
        _next = rows.Count > PageSize ? FormattableString.Invariant($"{Address(only, Label, OnlyWaiting, Searched, '&')}before={_rows[^1].Id}") : null;
        _kinds =
        [
            new PageView(Words["EveryKind"], Address(null, null, false, Searched), only is null, all),
            .. LabelKinds.All.Select(kind => new PageView(Wording.Of(kind), Address(kind, null, OnlyWaiting, Searched), only == kind, totals[kind].Texts)),
        ];
        _views = only is { } chosen
            ? [
                new PageView(Words["View.All"], Address(chosen, Label, false, Searched), !OnlyWaiting, totals[chosen].Texts),
                new PageView(Words["View.Waiting"], Address(chosen, Label, true, Searched), OnlyWaiting, waiting),
            ]
            : [];
        return all == 0 ? Load.Empty : Load.Full;
    }

    /// <param name="more">What else is to follow in the address.</param>
    private static string Address(LabelKind? kind, string? label, bool waiting, string? searched, char? more = null)
    {
        var query = new[] { kind is { } of ? $"kind={LabelKinds.Name(of)}" : null, string.IsNullOrEmpty(label) ? null : $"label={Uri.EscapeDataString(label)}", waiting ? "view=waiting" : null, string.IsNullOrWhiteSpace(searched) ? null : $"q={Uri.EscapeDataString(searched)}" }.OfType<string>().ToList();
        return Links.TriageTexts + (query.Count > 0 || more is not null ? "?" : "") + string.Join('&', query) + (query.Count > 0 ? more : null);
    }

    private static string Short(string text) => text.Length > ShortLength ? text[..ShortLength] + "…" : text;

    /// <summary>A label as the picker has it: two kinds may have a label of one name.</summary>
    private static string Option(LabelKind kind, string label) => $"{LabelKinds.Name(kind)}:{label}";

    private string Chosen => _filter is { Kind: { } kind, Label: { } label } ? Option(kind, label) : "";

    private void GoTo(string? option)
    {
        var parts = (option ?? "").Split(':', 2);
        if (parts.Length == 2)
            Go(LabelKinds.Named(parts[0]), parts[1], Q);
        else
            Go(LabelKinds.Named(Kind), null, Q);
    }

    private void Go(LabelKind? kind, string? label, string? searched) => Navigation.NavigateTo(Address(kind, label, OnlyWaiting, searched));

    private async Task TypedAsync()
    {
        _sure = false;
        if (!await _typing.PausesAsync(Clock, Gone))
            return;
        _sent = string.IsNullOrWhiteSpace(_typed) ? null : _typed.Trim();
        Navigation.NavigateTo(Address(_filter.Kind, Label, OnlyWaiting, _sent), replace: true);
    }

    private Task AskAsync()
    {
        _sure = _found > RemovedUnasked;
        return _sure ? Task.CompletedTask : RemoveFoundAsync();
    }

    private async Task RemoveAsync(LabelledRow row)
    {
        var actor = await Actor.GetAsync();
        Say(await Writes.RemoveAsync(row.Id, actor, Gone), Words["Removed", Short(row.Text)], actor);
    }

    private async Task RemoveFoundAsync()
    {
        if (_removing || IsOld)
            return;
        (_removing, _sure) = (true, false);
        try
        {
            var actor = await Actor.GetAsync();
            var removed = await Writes.RemoveAsync(_filter, actor, Gone);
            Say(removed, Words["RemovedMany", removed.Count], actor);
        }
        finally
        {
            _removing = false;
        }
    }

    private void Say(IReadOnlyList<LabelledText> removed, string text, Actor actor)
    {
        if (removed.Count > 0)
            Toasts.Show(text, undo: () => PutBackAsync(removed, actor), seconds: removed.Count > 1 ? SecondsForMany : SecondsForOne);
    }

    private async Task PutBackAsync(IReadOnlyList<LabelledText> removed, Actor actor)
    {
        var back = await Writes.PutBackAsync(removed, actor);
        if (back == 0)
            Toasts.Show(Words["TooLate"], Tone.Warning);
        else if (removed.Count > 1)
            Toasts.Show(Words["PutBack", back]);
    }
}
