namespace SupportConsole.Domain.Suggestions.Impact;

public enum MeasurementOf
{
    Apply,
    Undo,
}
