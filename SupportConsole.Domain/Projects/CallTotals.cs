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

    /// <summary>Calls that the customer hung up in, by where, most first.</summary>
    public IReadOnlyList<CauseCount> HangUpPoints => Causes(CallCountKind.HangUpPoint, "");

    /// <summary>Calls in which the customer spoke, by what they said of the tone ("none" of most), most first.</summary>
    public IReadOnlyList<CauseCount> ToneReactions =>
        [.. Causes(CallCountKind.ToneReaction, "").GroupBy(said => said.Cause.Split('|')[0])
            .Select(kind => new CauseCount(kind.Key, kind.Sum(said => said.Count)))
            .OrderByDescending(kind => kind.Count).ThenBy(kind => kind.Cause, StringComparer.Ordinal)];

    /// <summary>Failed calls in which the customer said that of the tone.</summary>
    public int LostToTone(string kind) => Causes(CallCountKind.ToneReaction, kind + "|").Where(outcome => outcome.Cause != "completed").Sum(outcome => outcome.Count);

    /// <summary>Failed calls by cause, most first, without those in which the customer said something of the tone.</summary>
    public IReadOnlyList<CauseCount> FailuresBesideTone()
    {
        var lost = Causes(CallCountKind.ToneReaction, "").ToLookup(said => said.Cause[(said.Cause.IndexOf('|', StringComparison.Ordinal) + 1)..], said => said.Count);
        return [.. Failures.Select(cause => cause with { Count = cause.Count - lost[cause.Cause].Sum() }).Where(cause => cause.Count > 0)
            .OrderByDescending(cause => cause.Count).ThenBy(cause => cause.Cause, StringComparer.Ordinal)];
    }

    /// <summary>Every count, to be kept and added again.</summary>
    public IEnumerable<KindCount> Entries => _counts.Select(entry => new KindCount(entry.Key.Item1, entry.Key.Item2, entry.Value));

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
