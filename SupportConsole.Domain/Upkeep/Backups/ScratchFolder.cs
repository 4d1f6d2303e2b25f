namespace SupportConsole.Domain.Upkeep.Backups;

/// <summary>A folder of our own beside where the result goes, gone when disposed; only its owner may look into it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private const string Prefix = ".scratch-";

    public ScratchFolder(string beside)
    {
        Path = System.IO.Path.Combine(beside, $"{Prefix}{Guid.NewGuid():N}");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        // What a process that was killed left behind; one of today may be at work.
        var yesterday = Directory.GetLastWriteTimeUtc(Path).AddDays(-1);
        foreach (var old in Directory.EnumerateDirectories(beside, Prefix + "*").Where(old => Directory.GetLastWriteTimeUtc(old) < yesterday).ToList())
        {
            Directory.Delete(old, recursive: true);
        }
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
