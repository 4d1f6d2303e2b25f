using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace SupportConsole.Tests.TestSupport;

/// <summary>
/// bUnit is bound to a newer AngleSharp.Diffing than some package feeds carry; the older one serves it once the runtime is told
/// to take it. With the version bUnit asks for the hook never fires: delete this file, and build/Bunit.targets, then.
/// </summary>
internal static class DiffingAssemblyMend
{
    private const string Diffing = "AngleSharp.Diffing";

#pragma warning disable CA2255 // It has to run before the first test touches bUnit.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Install() =>
        AssemblyLoadContext.Default.Resolving += (_, wanted) =>
            wanted.Name == Diffing && wanted.Version is not null ? Assembly.Load(Diffing) : null;
}
