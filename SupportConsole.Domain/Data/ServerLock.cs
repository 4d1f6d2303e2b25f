using Microsoft.Extensions.Options;

namespace SupportConsole.Domain.Data;

/// <summary>
/// Who works on the data by itself: the file {Data:Folder}/server.lock, kept open by the process that does. A kill lets go of it. A command
/// that finds it held leaves the work to the console that runs.
/// </summary>
public sealed class ServerLock(IOptions<DataOptions> options) : IDisposable
{
    private readonly Lock _taking = new();
    private FileStream? _file;

    /// <summary>Whether this process holds it, now or since before.</summary>
    public bool TryTake()
    {
        lock (_taking)
        {
            if (_file is not null)
            {
                return true;
            }

            try
            {
                Directory.CreateDirectory(options.Value.Folder);
                _file = new FileStream(Path.Combine(options.Value.Folder, "server.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return true;
            }
            catch (IOException)
            {
                return false;
            }
        }
    }

    public void Dispose()
    {
        lock (_taking)
        {
            _file?.Dispose();
            _file = null;
        }
    }
}
