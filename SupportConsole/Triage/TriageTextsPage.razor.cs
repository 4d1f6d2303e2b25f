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

    private IReadOnlyList<LabelledRow> _rows = [];
    private IReadOnlyList<PageView> _views = [];
    private LabelTotals _totals = LabelTotals.None;
    private LabelFilter _filter = new();
    private string? _next;
    private int _found;
    private bool _removing;

    /// <summary>Only texts with this label.</summary>
    [SupplyParameterFromQuery]
    public string? Label { get; set; }

    /// <summary>"waiting": only what was labelled since the model in force was trained.</summary>
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

    protected override object Question => (Label, View, Q, Before);

    private bool OnlyWaiting => View == "waiting";

    private string? Searched => IsAdmin && !string.IsNullOrWhiteSpace(Q) ? Q.Trim()[..Math.Min(Q.Trim().Length, LongestSearch)] : null;

    protected override async Task<Load> AnswerAsync()
    {
        _totals = await Queries.TotalsAsync(Gone);
        var trained = await Versions.LastTextIdAsync(Gone);
        var waiting = await Queries.SinceAsync(trained, Gone);
        _filter = new LabelFilter(string.IsNullOrEmpty(Label) ? null : Label, OnlyWaiting ? trained : null, Searched);
        var rows = await Queries.ListAsync(_filter, Before, PageSize, masked: !IsAdmin, Gone);
        _found = Searched is null ? 0 : await Queries.CountAsync(_filter, Gone);
        _rows = [.. rows.Take(PageSize)];
        _next = rows.Count > PageSize ? FormattableString.Invariant($"{Address(Label, OnlyWaiting, Searched, '&')}before={_rows[^1].Id}") : null;
        _views =
        [
            new PageView(Words["View.All"], Address(Label, false, Searched), !OnlyWaiting, _totals.Texts),
            new PageView(Words["View.Waiting"], Address(Label, true, Searched), OnlyWaiting, waiting),
        ];
        return _totals.Texts == 0 ? Load.Empty : Load.Full;
    }

    /// <param name="more">What else is to follow in the address.</param>
    private static string Address(string? label, bool waiting, string? searched, char? more = null)
    {
        var query = new[] { string.IsNullOrEmpty(label) ? null : $"label={Uri.EscapeDataString(label)}", waiting ? "view=waiting" : null, string.IsNullOrWhiteSpace(searched) ? null : $"q={Uri.EscapeDataString(searched)}" }.OfType<string>().ToList();
        return Links.TriageTexts + (query.Count > 0 || more is not null ? "?" : "") + string.Join('&', query) + (query.Count > 0 ? more : null);
    }

    private static string Short(string text) => text.Length > ShortLength ? text[..ShortLength] + "…" : text;

    private void Go(string? label, string? searched) => Navigation.NavigateTo(Address(label, OnlyWaiting, searched));

    private async Task RemoveAsync(LabelledRow row)
    {
        var actor = await Actor.GetAsync();
        Say(await Writes.RemoveAsync(row.Id, actor, Gone), Words["Removed", Short(row.Text)], actor);
    }

    private async Task RemoveFoundAsync()
    {
        if (_removing)
            return;
        _removing = true;
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
