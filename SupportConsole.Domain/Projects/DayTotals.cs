namespace SupportConsole.Domain.Projects;

/// <summary>The totals of one UTC day.</summary>
public sealed record DayTotals(DateOnly Day, CallTotals Totals);
