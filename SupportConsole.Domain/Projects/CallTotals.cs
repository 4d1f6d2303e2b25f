namespace SupportConsole.Domain.Projects;

/// <summary>Sums of <see cref="CallCount"/> over a window.</summary>
public sealed class CallTotals
{
    private readonly Dictionary<(CallCountKind, string), int> _counts = [];

    public int Completed => Of(CallCountKind.Outcome, "completed");

    public int Failed => Of(CallCountKind.Outcome, "failed");

    public int Calls => Completed + Failed;

    /// <summary>Completed calls that lack at least one required field.</summary>
    public int WithMissing => Of(CallCountKind.AnyMissing, "");

    public int HangUps => Of(CallCountKind.HangUp, "");

    /// <summary>Failed calls by cause, most first.</summary>
    public IReadOnlyList<CauseCount> Failures => Causes(CallCountKind.Failure, "");

    public void Add(CallCountKind kind, string value, int count) =>
        _counts[(kind, value)] = Of(kind, value) + count;

    public int Of(CallCountKind kind, string value) => _counts.GetValueOrDefault((kind, value));

    /// <summary>Completed calls without the field, by why, most first.</summary>
    public IReadOnlyList<CauseCount> Missing(string field) => Causes(CallCountKind.Missing, field + "|");

    /// <summary>Completed calls without the field.</summary>
    public int MissingTotal(string field) => Missing(field).Sum(cause => cause.Count);

    /// <summary>Completed calls with the field.</summary>
    public int Captured(string field) => Of(CallCountKind.Captured, field);

    /// <summary>Completed calls since the project has the field: those with and those without it.</summary>
    public int Asked(string field) => Captured(field) + MissingTotal(field);

    private List<CauseCount> Causes(CallCountKind kind, string prefix) =>
        [.. _counts.Where(entry => entry.Key.Item1 == kind && entry.Key.Item2.StartsWith(prefix, StringComparison.Ordinal))
            .Select(entry => new CauseCount(entry.Key.Item2[prefix.Length..], entry.Value))
            .OrderByDescending(cause => cause.Count).ThenBy(cause => cause.Cause, StringComparer.Ordinal)];
}
