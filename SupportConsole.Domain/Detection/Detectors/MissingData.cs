namespace SupportConsole.Domain.Detection.Detectors;

/// <summary>A required field that too many completed calls lack, one finding a field.</summary>
public sealed class MissingData : ICallDetector
{
    public const string DetectorName = "missing_data";

    public string Name => DetectorName;

    public IEnumerable<Finding> Find(ProjectSnapshot snapshot, DetectionOptions options)
    {
        foreach (var field in snapshot.Project.RequiredFields())
        {
            var causes = snapshot.Totals.Missing(field.Key);
            var captured = new Rate(snapshot.Totals.Captured(field.Key), snapshot.Totals.Asked(field.Key));
            var threshold = 1 - options.MissingThreshold;
            var certainty = captured.ProbabilityBelow(threshold);
            if (captured.Total >= options.MinimumCalls && certainty >= options.Certainty && causes is [var main, ..])
            {
                yield return new Finding(
                    Name, Metric.FieldCaptured, "missing." + main.Cause, field,
                    captured.Hits, captured.Total, main.Count, threshold, certainty, causes);
            }
        }
    }
}
