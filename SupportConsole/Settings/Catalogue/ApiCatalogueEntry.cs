using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Catalogue;

namespace SupportConsole.Settings.Catalogue;

/// <summary>An entry of the catalogue as the API shows it.</summary>
/// <param name="Key">What its address goes by.</param>
/// <param name="Project">The id of the project that it is for.</param>
/// <param name="Origin">shipped, edited (for every project) or own (added).</param>
/// <param name="Revision">What a change of it should name; 0 when nobody has written it yet.</param>
/// <param name="Include">Causes whose changes it offers as well.</param>
/// <param name="Placeholders">What an English text can hold; in a Dutch one when.en is when.nl.</param>
/// <param name="JudgedCards">Cards of the cause that were judged, with what they claimed and brought on average.</param>
public sealed record ApiCatalogueEntry(
    string Key, string Cause, string? Field, string? Project, string Detector, SuggestionKind Kind, CatalogueOrigin Origin, int Revision, string? ChangedBy,
    DateTime? ChangedAt, ApiRecovered Recovered, IReadOnlyList<ApiCatalogueChange> Changes, IReadOnlyList<string> Include, IReadOnlyList<string> Placeholders,
    int OpenCards, int JudgedCards, double? ClaimedPoints, double? BroughtPoints, IReadOnlyList<ApiRejected> Rejected)
{
    internal static ApiCatalogueEntry Of(CatalogueRow row) => new(
        row.Key.ToString(), row.Key.Cause, row.Key.Field, row.Key.Project, row.Detector, SuggestionKinds.Of(row.Detector), row.Origin, row.Revision, row.By, row.At,
        ApiRecovered.Of(row.Entry.Recovered), [.. row.Entry.Changes.Select(ApiCatalogueChange.Of)], row.Entry.Include ?? [],
        [.. CatalogueCauses.Placeholders(row.Key.Cause, "en").Select(name => $"{{{name}}}")],
        row.OpenCards, row.Record?.Cards ?? 0, row.Record?.Claimed, row.Record?.Brought, [.. row.Rejected.Select(why => new ApiRejected(why.Reason, why.Cards))]);
}

/// <summary>One section to change.</summary>
public sealed record ApiCatalogueChange(
    ApiBilingual Section, IReadOnlyList<string> Also, bool AboutField, bool AtStart, ApiBilingual Text, ApiBilingual Reason)
{
    internal static ApiCatalogueChange Of(CatalogueChange change) => new(
        ApiBilingual.Of(change.Section), change.Also ?? [], change.AboutField, change.AtStart, ApiBilingual.Of(change.Text), ApiBilingual.Of(change.Reason));
}

/// <summary>The share of the lost calls that such a change is expected to bring back.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="Calls">The lost calls, followed up, that would make somebody as sure.</param>
public sealed record ApiRecovered(double Share, double Calls)
{
    internal static ApiRecovered Of(double[] prior)
    {
        var said = RecoveredShare.Of(prior);
        return new(said.Share, said.Calls);
    }
}

/// <summary>A text in both languages.</summary>
public sealed record ApiBilingual(string En, string Nl)
{
    internal static ApiBilingual Of(Bilingual text) => new(text.En, text.Nl);
}

/// <summary>Cards of the cause that were rejected for one reason.</summary>
public sealed record ApiRejected(RejectReason? Reason, int Cards);

/// <param name="NextCursor">Null on the last page.</param>
public sealed record ApiCatalogue(IReadOnlyList<ApiCatalogueEntry> Entries, string? NextCursor);
