using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Suggestions;

namespace SupportConsole.Suggestions;

/// <summary>What the inbox page shows: read here, drawn there. One for each open page.</summary>
internal sealed class SuggestionInbox(
    SuggestionQueries queries, SuggestionReading reading, SharedReadings shared, IDbContextFactory<SupportDbContext> contexts, TimeProvider clock)
{
    private const int PageSize = 50;

    /// <summary>Projects to choose from; another can still be named in the address.</summary>
    private const int MostProjects = 200;

    private static readonly LiveTopic[] Topics = [LiveTopic.Suggestion, LiveTopic.Project];

    private InboxAddress? _address;
    private DateTime? _wakes;
    private bool _preview;

    public InboxList? List { get; private set; }

    public IReadOnlyDictionary<SuggestionView, int> Counts { get; private set; } = new Dictionary<SuggestionView, int>();

    /// <summary>Projects that have cards, for the filter.</summary>
    public IReadOnlyList<SuggestionProject> Projects { get; private set; } = [];

    /// <summary>The card that was asked for last; shown as soon as it is read.</summary>
    public long? Wanted { get; private set; }

    /// <summary>The card on the right; null when none is chosen, or when the address names one that is not there.</summary>
    public SuggestionDetail? Shown { get; private set; }

    public IReadOnlyList<SuggestionHistoryEntry> History { get; private set; } = [];

    public SuggestionPreview? Preview { get; private set; }

    /// <summary>A snoozed card has opened meanwhile, which nobody announces.</summary>
    public bool IsDue => _wakes <= clock.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Reads everything again: the list keeps its order when it is still the same list. Whoever moved on meanwhile is not
    /// taken back: a reading for an address that was left ends without a trace.
    /// </summary>
    public async Task ReadAsync(InboxAddress address, CancellationToken cancellation)
    {
        _address = address;
        var projects = await shared.GetAsync("suggestion projects", Topics, () => ProjectsAsync());
        if (address.Project is { } asked && projects.All(project => project.ExternalId != asked))
            projects = [.. projects, .. await ProjectsAsync(asked)];
        var view = address.View ?? await ViewOfAsync(address.Card, cancellation);

        // A project that is not there has no cards; 0 is nobody's id.
        long? project = address.Project is null ? null : projects.FirstOrDefault(project => project.ExternalId == address.Project)?.Id ?? 0;
        var counts = await shared.GetAsync(("suggestion counts", project), Topics, () => queries.CountsAsync(project, CancellationToken.None));
        var wakes = await shared.GetAsync("suggestion wakes", Topics, () => queries.NextWakeAsync(CancellationToken.None));
        if (_address != address)
            return;
        (Projects, Counts, _wakes) = (projects, counts, wakes);
        await ReadListAsync(new SuggestionFilter(view, project, address.Sort), cancellation);
        if (_address == address)
            await ShowAsync(address.Card ?? Wanted ?? List!.Step(null, 0), address.Preview, cancellation);
    }

    /// <summary>Draws the list anew: what is new comes in, what was decided goes.</summary>
    public async Task StartAgainAsync(CancellationToken cancellation) => List!.Start(await TopAsync(List.Filter, PageSize, cancellation));

    public async Task MoreAsync(CancellationToken cancellation) =>
        List!.Append(await queries.ListAsync(List.Filter, List.NextCursor, PageSize, cancellation));

    /// <summary>Shows this card. Of two asked for in a row, the one asked for last is shown, whichever is read first.</summary>
    public async Task ShowAsync(long? id, bool preview, CancellationToken cancellation)
    {
        (Wanted, _preview) = (id, preview);
        var detail = id is null ? null : await shared.GetAsync(("card", id), Topics, () => queries.GetAsync(id.Value, CancellationToken.None));
        var history = detail is null ? [] : await shared.GetAsync(("card history", id), Topics, () => reading.HistoryAsync(detail.Card.Id, CancellationToken.None));
        var text = detail is null || !preview ? null : await reading.PreviewAsync(detail.Card.Id, cancellation);
        if (Wanted == id && _preview == preview)
            (Shown, History, Preview) = (detail, history, text);
    }

    private async Task ReadListAsync(SuggestionFilter filter, CancellationToken cancellation)
    {
        if (List?.Filter == filter)
        {
            var list = List;
            List<long> ids = [.. list.Entries.Select(entry => entry.Row.Id)];
            var shown = await shared.GetAsync(("cards", string.Join(' ', ids)), Topics, () => queries.RowsAsync(ids, CancellationToken.None));
            list.Refresh(shown, await TopAsync(filter, Math.Max(PageSize, list.Entries.Count), cancellation), clock.GetUtcNow().UtcDateTime);
            return;
        }

        var address = _address;
        var fresh = new InboxList(filter);
        fresh.Start(await TopAsync(filter, PageSize, cancellation));
        if (_address != address)
            return;
        if (List is not null)
            Wanted = null; // What was chosen in another list does not stand in this one.
        List = fresh;
    }

    private Task<SuggestionPage> TopAsync(SuggestionFilter filter, int take, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return shared.GetAsync((filter, take), Topics, () => queries.ListAsync(filter, null, take, CancellationToken.None));
    }

    private async Task<SuggestionView> ViewOfAsync(long? id, CancellationToken cancellation)
    {
        if (id is null)
            return SuggestionView.Open;
        if (List?.Filter.View is { } shown && List.IndexOf(id) >= 0)
            return shown; // It may have been decided since: it stays where it is read.
        var row = (await queries.RowsAsync([id.Value], cancellation)).SingleOrDefault();
        var now = clock.GetUtcNow().UtcDateTime;
        return row is null ? SuggestionView.Open : Enum.GetValues<SuggestionView>().Where(view => row.IsIn(view, now)).DefaultIfEmpty().Last();
    }

    private async Task<IReadOnlyList<SuggestionProject>> ProjectsAsync(string? externalId = null)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Projects.AsNoTracking().Where(project => db.Suggestions.Any(card => card.ProjectId == project.Id) && (externalId == null || project.ExternalId == externalId))
            .OrderBy(project => project.Name).ThenBy(project => project.Id).Take(MostProjects)
            .Select(project => new SuggestionProject(project.Id, project.ExternalId, project.Name)).ToListAsync();
    }
}
