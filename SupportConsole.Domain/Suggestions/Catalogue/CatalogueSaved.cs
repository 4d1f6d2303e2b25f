using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Suggestions.Catalogue;

public enum CatalogueOutcome
{
    Done,
    NoChange,

    /// <summary>See the errors. Nothing was saved.</summary>
    Refused,

    /// <summary>Somebody else wrote it since it was read. Nothing was saved.</summary>
    Moved,

    /// <summary>There is no such entry, and none can be made.</summary>
    NotFound,
}

/// <summary>What became of an entry that was written or taken back.</summary>
/// <param name="Revision">The one that it has now.</param>
/// <param name="Before">What stood there, to take it back with; null when nobody had written anything.</param>
public sealed record CatalogueSaved(CatalogueOutcome Outcome, FieldErrors Errors, int Revision = 0, CatalogueDraft? Before = null)
{
    internal static CatalogueSaved Of(CatalogueOutcome outcome, int revision = 0) => new(outcome, new FieldErrors(), revision);
}
