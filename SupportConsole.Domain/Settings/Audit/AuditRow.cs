namespace SupportConsole.Domain.Settings.Audit;

/// <summary>An entry of the audit, and what its target is called now.</summary>
/// <param name="Name">Null when the target is gone or has no name.</param>
/// <param name="ExternalId">A project's, or that of a card's project.</param>
/// <param name="Detail">JSON, as written then.</param>
public sealed record AuditRow(
    long Id, DateTime At, string Who, string Action, string TargetKind, long TargetId, string? Name, string? ExternalId, string Detail);
