namespace SupportConsole.Domain.Settings.Audit;

/// <summary>A page of the audit, newest first; <paramref name="More"/> says that there are older ones.</summary>
public sealed record AuditSlice(IReadOnlyList<AuditRow> Rows, bool More);
