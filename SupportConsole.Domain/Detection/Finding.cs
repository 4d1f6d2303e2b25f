using SupportConsole.Domain.Detection.Detectors;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Detection;

/// <summary>Something a detector found, with its evidence.</summary>
/// <param name="Detector">The detector's name.</param>
/// <param name="Cause">Catalogue key of the main cause, such as "missing.not_confirmed".</param>
/// <param name="Field">The capture field it is about, if it is about one.</param>
/// <param name="Hits">Calls that went well, of <paramref name="Total"/>.</param>
/// <param name="Lost">Calls lost to the main cause.</param>
/// <param name="Threshold">The share (0..1) that its detector compares with: for a rate of hits the one below which it fires, else the one above which it does.</param>
/// <param name="Certainty">Probability that the share is past the threshold (0..1).</param>
/// <param name="Causes">The calls that went wrong, by cause; "cause:field" where a cause is told apart by field.</param>
public sealed record Finding(
    string Detector, Metric Metric, string Cause, CaptureField? Field,
    int Hits, int Total, int Lost, double Threshold, double Certainty, IReadOnlyList<CauseCount> Causes)
{
    /// <summary>
    /// Which lost calls it is about. Findings of one problem are one card, whoever found it: what a detector does not name here
    /// is its own, one for each field.
    /// </summary>
    public string Problem { get => field ?? $"{Detector}:{Field?.Key}"; init; }

    /// <summary>Whether it only knows what the sender reported: a finding of another detector about the same problem says more, and takes its place.</summary>
    public bool IsGeneral { get; init; }

    /// <summary>Whether it stands in the instructions, and no call speaks for it yet.</summary>
    public bool ReadFromText { get; init; }

    /// <summary>What the texts of its change are filled with, beside the project and the field.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>Calls lost to one of its causes, named by the catalogue's key. A talk that is too long is left at any point but the opening.</summary>
    public int LostTo(string cause, string? field)
    {
        var own = cause[(cause.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return Causes.Where(one => cause == HangUps.TooLong ? HangUpPoint.IsLate(one.Cause) : one.Cause == own || one.Cause == $"{own}:{field}").Sum(one => one.Count);
    }

    /// <summary>One finding for each problem: the more specific one, of equals the one that more calls are lost to.</summary>
    public static IReadOnlyList<Finding> OneForEachProblem(IEnumerable<Finding> findings) =>
        [.. findings.GroupBy(finding => finding.Problem).Select(same => same.OrderBy(finding => finding.IsGeneral).ThenByDescending(finding => finding.Lost).First())];
}
