namespace SupportConsole.Domain.Suggestions;

/// <summary>Ordered: a higher number is more pressing.</summary>
public enum Priority
{
    Low,
    Medium,
    High,
}
