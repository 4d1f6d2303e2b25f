namespace SupportConsole.Domain.Settings.Audit;

/// <summary>What to look for in the audit; null means anything.</summary>
/// <param name="Who">As the audit names them, exactly.</param>
/// <param name="TargetId">One thing of <paramref name="TargetKind"/>.</param>
/// <param name="From">From this moment (UTC) on.</param>
/// <param name="Until">Before this moment (UTC).</param>
public sealed record AuditFilter(
    string? Who = null, string? Action = null, string? TargetKind = null, long? TargetId = null, DateTime? From = null, DateTime? Until = null);
