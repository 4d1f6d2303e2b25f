namespace SupportConsole.Domain.Detection.Detectors;

/// <summary>A required field that too many completed calls lack, one finding a field.</summary>
public sealed class MissingData : ICallDetector
{
    public const string DetectorName = "missing_data";

    public string Name => DetectorName;

    public IEnumerable<Finding> Find(ProjectSnapshot snapshot, DetectionOptions options)
    {
        var completed = snapshot.Totals.Completed;
        if (completed < options.MinimumCalls)
        {
            yield break;
        }

        foreach (var field in snapshot.Project.RequiredFields())
        {
            var causes = snapshot.Totals.Missing(field.Key);
            var captured = new Rate(Math.Max(0, completed - causes.Sum(cause => cause.Count)), completed);
            var threshold = 1 - options.MissingThreshold;
            var certainty = captured.ProbabilityBelow(threshold);
            if (certainty >= options.Certainty && causes is [var main, ..])
            {
                yield return new Finding(
                    Name, Metric.FieldCaptured, "missing." + main.Cause, field,
                    captured.Hits, captured.Total, main.Count, threshold, certainty, causes);
            }
        }
    }
}
