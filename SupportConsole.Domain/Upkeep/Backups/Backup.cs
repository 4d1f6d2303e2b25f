namespace SupportConsole.Domain.Upkeep.Backups;

/// <summary>What the console knows of a backup that it made by itself; the file is what counts.</summary>
public sealed class Backup
{
    public long Id { get; private set; }

    /// <summary>The file's name in the folder of backups.</summary>
    public required string Name { get; init; }

    public required DateTime MadeAt { get; init; }

    /// <summary>When it was unpacked and found whole.</summary>
    public required DateTime VerifiedAt { get; init; }
}

/// <summary>A file in the folder of backups.</summary>
/// <param name="VerifiedAt">Null when this database does not know it: it was put there by hand, or made after the backup that was restored.</param>
public sealed record BackupRow(string Name, DateTime MadeAt, long Bytes, DateTime? VerifiedAt);
