using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Shell;
using SupportConsole.Suggestions;

namespace SupportConsole.Projects.Overview;

/// <summary>
/// The best cards of a project, to decide on in place. A list with a button that acts at once must not move under the pointer:
/// the cards that were shown stay, decided or not, until the pointer leaves the list or the pill is pressed, and a press names the card
/// and revision that were seen.
/// </summary>
public sealed partial class OpenCards : IDisposable
{
    /// <summary>What the button presses: no key of a keyboard, as no one of these cards is selected.</summary>
    public const string Accept = "accept-card";

    private readonly HashSet<long> _deciding = [];
    private readonly Dictionary<long, CardNotice?> _notices = [];
    private IReadOnlyList<SuggestionDetail> _shown = [];
    private ShortcutScope? _keys;
    private long _project;

    [Parameter, EditorRequired]
    public Project Project { get; set; } = default!;

    /// <summary>Best first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<SuggestionDetail> Cards { get; set; } = [];

    /// <summary>Open cards that are not among them.</summary>
    [Parameter]
    public int More { get; set; }

    [Parameter]
    public bool CanDecide { get; set; }

    [Inject]
    private SuggestionQueries Queries { get; set; } = default!;

    [Inject]
    private CardDecisions Decisions { get; set; } = default!;

    [Inject]
    private Shortcuts Shortcuts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ProjectWords> Words { get; set; } = default!;

    private int New => Cards.Count(card => !_shown.Any(shown => shown.Card.Id == card.Card.Id));

    private int Hidden => Math.Max(0, More - _shown.Count(shown =>
        shown.Card.Status == SuggestionStatus.Pending && !Cards.Any(card => card.Card.Id == shown.Card.Id)));

    protected override void OnInitialized() => _keys = Shortcuts.Scope(this, Words["OpenCards"]).Add(Accept, null, AcceptAsync);

    protected override async Task OnParametersSetAsync()
    {
        if (_project != Project.Id || _shown.Count == 0)
        {
            _project = Project.Id;
            Show();
            return;
        }

        var ids = _shown.Select(shown => shown.Card.Id).ToList();
        var gone = ids.Except(Cards.Select(card => card.Card.Id)).ToList();
        var now = Cards.Concat(gone.Count == 0 ? [] : await Queries.GetAsync(gone)).ToDictionary(card => card.Card.Id);
        _shown = [.. ids.Where(now.ContainsKey).Select(id => now[id])];
    }

    public void Dispose() => _keys?.Dispose();

    private void Show()
    {
        _shown = Cards;
        _notices.Clear();
    }

    /// <summary>What is decided goes when nobody points at the list any more; what hindered a decision stays to be read.</summary>
    private void Leave() =>
        _shown = [.. _shown.Where(shown => shown.Card.Status == SuggestionStatus.Pending || _deciding.Contains(shown.Card.Id) || _notices.GetValueOrDefault(shown.Card.Id) is not null)];

    private async Task AcceptAsync(KeyPress press)
    {
        if (!CanDecide || _shown.FirstOrDefault(shown => shown.Card.Id.ToString(CultureInfo.InvariantCulture) == press.CardId) is not { Card: var card } || !_deciding.Add(card.Id))
            return;
        try
        {
            _notices[card.Id] = await Decisions.AcceptAsync(card, press.Revision);
        }
        finally
        {
            _deciding.Remove(card.Id);
        }
    }
}
