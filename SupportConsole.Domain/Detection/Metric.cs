namespace SupportConsole.Domain.Detection;

/// <summary>A rate that a change is meant to lift.</summary>
public enum Metric
{
    /// <summary>Completed calls of all calls.</summary>
    SuccessRate,

    /// <summary>Completed calls that hold the field, of all completed calls.</summary>
    FieldCaptured,
}
