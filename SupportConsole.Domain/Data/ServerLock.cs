using Microsoft.Extensions.Options;

namespace SupportConsole.Domain.Data;

/// <summary>
/// Says to commands that a console runs on this data: it holds the file open for as long as it lives, so that the lock goes with
/// the process however that ends. Consoles share it; what needs the data for itself asks for it alone.
/// </summary>
public sealed class ServerLock(IOptions<DataOptions> options) : IDisposable
{
    private FileStream? _held;

    private string File => Path.Combine(options.Value.Folder, "server.lock");

    /// <summary>Apart from the consoles': one that starts beside a command is still the only console.</summary>
    private string CommandsFile => Path.Combine(options.Value.Folder, "commands.lock");

    /// <summary>Whether no other console ran on this data when this one began; what is marked as under way is then nobody's.</summary>
    public bool WasAlone { get; private set; }

    /// <summary>Holds it until the process ends.</summary>
    public void Hold()
    {
        using (var alone = TryAlone())
        {
            WasAlone = alone is not null;
        }

        _held ??= new FileStream(File, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
    }

    /// <summary>The data for oneself until the result is disposed; null while a console runs.</summary>
    public IDisposable? TryAlone() => Try(File, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Says that a command works on the data, until the result is disposed; null while something needs the data without commands.</summary>
    public IDisposable? TryAsCommand() => Try(CommandsFile, FileAccess.Read, FileShare.Read);

    /// <summary>The data without commands until the result is disposed; null while one works on it.</summary>
    public IDisposable? TryWithoutCommands() => Try(CommandsFile, FileAccess.ReadWrite, FileShare.None);

    private FileStream? Try(string file, FileAccess access, FileShare share)
    {
        Directory.CreateDirectory(options.Value.Folder);
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, access, share);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _held?.Dispose();
}
