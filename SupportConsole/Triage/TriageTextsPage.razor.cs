using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Controls;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Models;
using SupportConsole.Shell;

namespace SupportConsole.Triage;

public sealed partial class TriageTextsPage
{
    private const int PageSize = 25;
    private const int ShortLength = 40;

    private IReadOnlyList<LabelledRow> _rows = [];
    private IReadOnlyList<PageView> _views = [];
    private LabelTotals _totals = LabelTotals.None;
    private string? _next;

    /// <summary>Only texts with this label.</summary>
    [SupplyParameterFromQuery]
    public string? Label { get; set; }

    /// <summary>"waiting": only what was labelled since the model in force was trained.</summary>
    [SupplyParameterFromQuery]
    public string? View { get; set; }

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

    protected override object Question => (Label, View, Before);

    private bool OnlyWaiting => View == "waiting";

    protected override async Task<Load> AnswerAsync()
    {
        _totals = await Queries.TotalsAsync(Gone);
        var trained = await Versions.LastTextIdAsync(Gone);
        var waiting = await Queries.SinceAsync(trained, Gone);
        var rows = await Queries.ListAsync(string.IsNullOrEmpty(Label) ? null : Label, OnlyWaiting ? trained : 0, Before, PageSize, masked: !IsAdmin, Gone);
        _rows = [.. rows.Take(PageSize)];
        _next = rows.Count > PageSize ? FormattableString.Invariant($"{Address(Label, OnlyWaiting, '&')}before={_rows[^1].Id}") : null;
        _views =
        [
            new PageView(Words["View.All"], Address(Label, false), !OnlyWaiting, _totals.Texts),
            new PageView(Words["View.Waiting"], Address(Label, true), OnlyWaiting, waiting),
        ];
        return _totals.Texts == 0 ? Load.Empty : Load.Full;
    }

    /// <param name="more">What else is to follow in the address.</param>
    private static string Address(string? label, bool waiting, char? more = null)
    {
        var query = new[] { string.IsNullOrEmpty(label) ? null : $"label={Uri.EscapeDataString(label)}", waiting ? "view=waiting" : null }.OfType<string>().ToList();
        return Links.TriageTexts + (query.Count > 0 || more is not null ? "?" : "") + string.Join('&', query) + (query.Count > 0 ? more : null);
    }

    private static string Short(string text) => text.Length > ShortLength ? text[..ShortLength] + "…" : text;

    private void Go(string? label) => Navigation.NavigateTo(Address(label, OnlyWaiting));

    private async Task RemoveAsync(LabelledRow row)
    {
        if (await Writes.RemoveAsync(row.Id, await Actor.GetAsync(), Gone))
            Toasts.Show(Words["Removed", Short(row.Text)]);
    }
}
