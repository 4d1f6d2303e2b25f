using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace SupportConsole.Domain.Data;

/// <summary>
/// EF Core 10 is bound to SQLitePCLRaw.core 2.1; some package feeds carry only 2.0.6, which serves it just as well once the
/// runtime is told to take it. With 2.1 or newer the hook never fires: delete this file, and the NU1605 notes in the project file, then.
/// </summary>
internal static class SqliteAssemblyMend
{
    private const string Core = "SQLitePCLRaw.core";

#pragma warning disable CA2255 // It has to run before EF Core touches SQLite, whoever starts the process.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Install() =>
        AssemblyLoadContext.Default.Resolving += (_, wanted) =>
            wanted.Name == Core && wanted.Version is not null ? Assembly.Load(Core) : null;
}
