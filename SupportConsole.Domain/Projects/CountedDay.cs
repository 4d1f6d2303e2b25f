namespace SupportConsole.Domain.Projects;

/// <summary>The calls of one version and day (UTC midnight).</summary>
public sealed record CountedDay(int Version, DateTime Day, CallTotals Totals, CallTimes Times);
