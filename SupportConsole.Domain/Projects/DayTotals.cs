namespace SupportConsole.Domain.Projects;

/// <summary>The totals of one day of the workspace's calendar.</summary>
public sealed record DayTotals(DateOnly Day, CallTotals Totals);
