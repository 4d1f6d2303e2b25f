using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Detection;

/// <summary>What a detector looks at: a project, the instructions in force, and its calls on them in the window.</summary>
public sealed record ProjectSnapshot(Project Project, InstructionText Instructions, CallTotals Totals, DateTime From, DateTime To)
{
    /// <summary>The same calls by hour of the week.</summary>
    public CallTimes Times { get; init; } = new();
}
