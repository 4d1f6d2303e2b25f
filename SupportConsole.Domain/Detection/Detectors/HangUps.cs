using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Detection.Detectors;

/// <summary>
/// Where customers hang up, when most of those who do leave at one point and enough of all calls are lost there: in the opening, at the
/// question about a field, or, when it is none of those, somewhere in a talk that is too long.
/// </summary>
public sealed class HangUps : ICallDetector
{
    public const string DetectorName = "hang_up_point";

    /// <summary>The lost calls that it is about, for every detector that speaks of them.</summary>
    public const string LostCalls = "hang_up";

    /// <summary>The cause when it is no point in particular.</summary>
    public const string TooLong = "hang_up.long";

    public string Name => DetectorName;

    public IEnumerable<Finding> Find(ProjectSnapshot snapshot, DetectionOptions options)
    {
        var totals = snapshot.Totals;
        var points = totals.HangUpPoints;
        var all = points.Sum(point => point.Count);
        if (all < options.MinimumCalls)
        {
            yield break;
        }

        var late = points.Where(point => HangUpPoint.IsLate(point.Cause)).Sum(point => point.Count);
        var point = points.FirstOrDefault(point => point.Cause == HangUpPoint.Opening || HangUpPoint.FieldOf(point.Cause) is not null);
        var (cause, lost, certainty) = point is not null && Certainty(point.Count, all, totals.Calls, options) is var sure && sure >= options.Certainty
            ? (point.Cause == HangUpPoint.Opening ? "opening" : "at_field", point.Count, sure)
            : ("long", late, Certainty(late, all, totals.Calls, options));
        var field = cause != "at_field" ? null
            : snapshot.Project.CaptureFields.Find(field => field.Key == HangUpPoint.FieldOf(point!.Cause));
        if (certainty < options.Certainty || (cause == "at_field" && field is null))
        {
            yield break; // It is a chance, or about a field that the project no longer has.
        }

        yield return new Finding(
            Name, Metric.SuccessRate, $"hang_up.{cause}", field, totals.Completed, totals.Calls, lost, options.HangUpLoss, certainty,
            [.. points.Select(one => one with { Cause = HangUpPoint.FieldOf(one.Cause) is { } key ? $"at_field:{key}" : one.Cause })])
        {
            Problem = LostCalls,
        };
    }

    /// <summary>The probability that it holds more than its share of those who hang up, and that more than enough of all calls are lost there; of the two the smaller.</summary>
    private static double Certainty(int lost, int hangUps, int calls, DetectionOptions options) => Math.Min(
        1 - new Rate(lost, hangUps).ProbabilityBelow(options.HangUpShare),
        1 - new Rate(lost, calls).ProbabilityBelow(options.HangUpLoss));
}
