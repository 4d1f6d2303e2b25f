using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Detection;

/// <summary>Something a detector found, with its evidence.</summary>
/// <param name="Detector">The detector's name.</param>
/// <param name="Cause">Catalogue key of the main cause, such as "missing.not_confirmed".</param>
/// <param name="Field">The capture field it is about, if it is about one.</param>
/// <param name="Hits">Calls that went well, of <paramref name="Total"/>.</param>
/// <param name="Lost">Calls lost to the main cause.</param>
/// <param name="Threshold">The rate of hits below which it fires (0..1).</param>
/// <param name="Certainty">Probability that the rate is below the threshold (0..1).</param>
/// <param name="Causes">The calls that went wrong, by cause.</param>
public sealed record Finding(
    string Detector, Metric Metric, string Cause, CaptureField? Field,
    int Hits, int Total, int Lost, double Threshold, double Certainty, IReadOnlyList<CauseCount> Causes);
