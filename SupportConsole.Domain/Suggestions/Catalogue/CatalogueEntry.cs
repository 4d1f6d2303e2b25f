using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Suggestions.Catalogue;

/// <summary>What to change for one cause.</summary>
/// <param name="Cause">"missing.not_confirmed", ...: what a finding names.</param>
/// <param name="Recovered">Beta prior (a, b) of the share of lost calls that the change brings back.</param>
/// <param name="Include">Other causes whose changes it offers as well.</param>
/// <param name="WordedAt">When an admin last changed its words, beside its number; before all time when nobody did, and null in what was saved before this was kept.</param>
public sealed record CatalogueEntry(
    string Cause, double[] Recovered, IReadOnlyList<CatalogueChange> Changes, IReadOnlyList<string>? Include = null, DateTime? WordedAt = null)
{
    /// <summary>Whether it says the same as another, whatever it is expected to bring back.</summary>
    public bool SaysTheSame(CatalogueEntry other) =>
        JsonColumn.Write(this with { Recovered = [], WordedAt = null }) == JsonColumn.Write(other with { Recovered = [], WordedAt = null });

    /// <summary>All that it says, for whoever reads in the audit what it was.</summary>
    public string InWords() => string.Join('\n',
    [
        FormattableString.Invariant($"{RecoveredShare.Of(Recovered).Share:0.###} of {RecoveredShare.Of(Recovered).Calls:0.#} lost calls"),
        .. Changes.Select(change => change.InWords()),
        .. (Include ?? []).Select(cause => $"+ {cause}"),
    ]);
}

/// <summary>One section to change. Texts hold {label}, {project} and the facts of the finding, filled with the project's own.</summary>
/// <param name="Section">The name it gets when it must be added.</param>
/// <param name="Also">Other names that the section goes by.</param>
/// <param name="AboutField">Whether an existing section that speaks of the field serves.</param>
/// <param name="AtStart">Whether the text goes before what is there, instead of after it.</param>
/// <param name="Needs">A fact without which the change says nothing ("when.en"); it is then left out.</param>
public sealed record CatalogueChange(
    Bilingual Section, IReadOnlyList<string>? Also, bool AboutField, bool AtStart, string? Needs, Bilingual Text, Bilingual Reason)
{
    public string InWords() => string.Join(" | ",
    [
        Section.En, Section.Nl, .. Also ?? [], AtStart ? "(start)" : "(end)", Text.En, Text.Nl, Reason.En, Reason.Nl,
    ]);
}
