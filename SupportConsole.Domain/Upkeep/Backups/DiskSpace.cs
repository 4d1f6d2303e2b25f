namespace SupportConsole.Domain.Upkeep.Backups;

/// <summary>How much room a folder's disk has.</summary>
public class DiskSpace
{
    public virtual long FreeBytes(string folder) => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;

    /// <summary>Throws when there is less than <paramref name="bytes"/>: said before the start, rather than found out halfway.</summary>
    public void Require(string folder, long bytes)
    {
        if (FreeBytes(folder) is var free && free < bytes)
        {
            throw new BackupFaultException(FormattableString.Invariant($"The disk of {folder} has {free / 1e6:0} MB free, and {bytes / 1e6:0} MB are needed."));
        }
    }
}
