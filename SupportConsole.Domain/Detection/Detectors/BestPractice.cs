namespace SupportConsole.Domain.Detection.Detectors;

/// <summary>Instructions that leave out what makes calls go well. It needs no calls, so that a new project starts with good ones.</summary>
public sealed class BestPractice : ICallDetector
{
    public const string DetectorName = "best_practice";

    public string Name => DetectorName;

    public IEnumerable<Finding> Find(ProjectSnapshot snapshot, DetectionOptions options)
    {
        var lacking = Practices.Lacking(snapshot.Instructions, snapshot.Project.CaptureFields);
        if (lacking.Count > 0)
        {
            yield return Of(snapshot, lacking);
        }
    }

    /// <summary>The finding that a project lacks these. Every call that failed could have gone better with them; which ones would, nobody can tell.</summary>
    public static Finding Of(ProjectSnapshot snapshot, IReadOnlyList<string> lacking)
    {
        var (completed, calls) = (snapshot.Totals.Completed, snapshot.Totals.Calls);
        return new Finding(
            DetectorName, Metric.SuccessRate, $"{DetectorName}.{(lacking.Count == 1 ? lacking[0] : "several")}", null,
            completed, calls, calls - completed, 0, 1, [.. lacking.Select(practice => new Projects.CauseCount(practice, 1))])
        {
            Problem = DetectorName,
            ReadFromText = true,
        };
    }
}
