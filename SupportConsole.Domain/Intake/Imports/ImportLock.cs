using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>
/// Which process runs the imports of this data: it keeps the file {Data:Folder}/imports.lock open. A kill lets go of it. A command that
/// finds it held leaves the work to the console that runs.
/// </summary>
public sealed class ImportLock(IOptions<DataOptions> options) : IDisposable
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
                _file = new FileStream(Path.Combine(options.Value.Folder, "imports.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
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
