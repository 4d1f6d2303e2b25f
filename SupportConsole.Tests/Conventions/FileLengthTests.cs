using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Conventions;

public sealed class FileLengthTests
{
    private const int MostLines = 300;

    private static readonly string[] Extensions = [".cs", ".razor", ".css", ".js"];
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", ".git", "data", "TestResults", "Migrations"];

    [Fact]
    public void SourceFiles_AllOfThem_FitOnAFewScreens()
    {
        var files = SourceFiles(new DirectoryInfo(Repository.Root)).ToList();

        files.ShouldNotBeEmpty();
        files.Select(file => (Path: Path.GetRelativePath(Repository.Root, file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > MostLines)
            .Select(file => $"{file.Path}: {file.Lines} lines")
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> SourceFiles(DirectoryInfo folder) =>
        folder.EnumerateDirectories()
            .Where(child => !NotOurs.Contains(child.Name))
            .SelectMany(SourceFiles)
            .Concat(folder.EnumerateFiles()
                .Where(file => Extensions.Contains(file.Extension) && !file.Name.EndsWith(".Designer.cs", StringComparison.Ordinal))
                .Select(file => file.FullName));
}
