namespace SupportConsole.Domain.Triage;

/// <summary>How soon somebody must look.</summary>
public enum TriageUrgency : byte
{
    Low,
    Medium,
    High,
    Critical,
}
