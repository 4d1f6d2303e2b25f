namespace SupportConsole.Domain.Projects;

/// <summary>The last days of a project, each and all together.</summary>
/// <param name="From">The moment (UTC) at which the first day began.</param>
public sealed record CallWindow(IReadOnlyList<DayTotals> Days, CallTotals Total, DateTime From);
