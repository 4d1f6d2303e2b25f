namespace SupportConsole.Domain.Access;

/// <summary>Who decided or set what, and when: written in the commit of the change itself, never changed.</summary>
public sealed class AuditEntry
{
    public long Id { get; private set; }

    public required DateTime At { get; init; }

    /// <summary>As <see cref="Actor.Name"/> says.</summary>
    public required string Who { get; init; }

    /// <summary>"suggestion.accepted", "project.created", ...</summary>
    public required string Action { get; init; }

    /// <summary>"suggestion", "project", "person", ...</summary>
    public required string TargetKind { get; init; }

    public required long TargetId { get; init; }

    /// <summary>JSON with what changed; never a secret.</summary>
    public required string Detail { get; init; }
}
