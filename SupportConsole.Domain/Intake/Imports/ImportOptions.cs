using System.ComponentModel.DataAnnotations;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>How history is brought in from files. Section "Imports".</summary>
public sealed class ImportOptions
{
    /// <summary>Lines in one commit: enough to pay for the flush, few enough that a live call waits a few hundredths of a second.</summary>
    [Range(1, 5_000)]
    public int RowsPerCommit { get; set; } = 500;

    /// <summary>Calls taken out in one commit of an undo.</summary>
    [Range(1, 5_000)]
    public int UndoRowsPerCommit { get; set; } = 1_000;

    /// <summary>Faults kept of an import at most: what a spreadsheet still opens, and a file that is all wrong does not fill the disk.</summary>
    [Range(1, 1_000_000)]
    public int KeptFaults { get; set; } = 100_000;

    /// <summary>Largest file, in bytes: a million calls with their transcripts.</summary>
    [Range(1_000, 100_000_000_000)]
    public long MaxFileBytes { get; set; } = 2_000_000_000;

    /// <summary>Days that a file stays after its import ended, or after its upload when it was never started: time to look again at what was rejected.</summary>
    [Range(1, 3_650)]
    public int KeepFileDays { get; set; } = 30;

    /// <summary>The worker also looks without being rung for, this often: an import may be queued by a command.</summary>
    [Range(1, 600)]
    public int IdleSeconds { get; set; } = 2;
}
