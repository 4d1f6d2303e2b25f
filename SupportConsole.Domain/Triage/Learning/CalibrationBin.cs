namespace SupportConsole.Domain.Triage.Learning;

/// <summary>One point of a calibration curve.</summary>
/// <param name="Confidence">The mean confidence of the answers in it.</param>
/// <param name="Right">The share of them that was right.</param>
public sealed record CalibrationBin(double Confidence, double Right, int Count);
