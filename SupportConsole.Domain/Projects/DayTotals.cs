namespace SupportConsole.Domain.Projects;

/// <summary>The totals of one day: of UTC or of the workspace, as the reader asked.</summary>
public sealed record DayTotals(DateOnly Day, CallTotals Totals);
