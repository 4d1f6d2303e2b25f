using System.ComponentModel.DataAnnotations;

namespace SupportConsole.Domain.Upkeep.Backups;

/// <summary>Backups that nobody has to think of. Section "Backup".</summary>
public sealed class BackupOptions
{
    /// <summary>Off where something else backs the data up.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Hours between two backups, counted from the night's hour; 24 is once a night.</summary>
    [Range(1, 24)]
    public int EveryHours { get; set; } = 24;

    /// <summary>Where they lie; empty means <c>{Data:Folder}/backups</c>, which a broken disk takes along.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Days of which the last backup is kept.</summary>
    [Range(1, 366)]
    public int KeepDaily { get; set; } = 7;

    /// <summary>Weeks of which the last backup is kept.</summary>
    [Range(0, 520)]
    public int KeepWeekly { get; set; } = 4;

    /// <summary>A newest verified backup that is older than this is said on the Health page: one missed night.</summary>
    [Range(1, 8_784)]
    public int WarnAfterHours { get; set; } = 48;
}
