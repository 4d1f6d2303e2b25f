using System.Text.RegularExpressions;
using Shouldly;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Conventions;

public sealed class DependencyTests
{
    private static readonly string[] Shared = ["Projects", "Live", "Data", "Access", "Workspace"];

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Workspace"] = [],
        ["Live"] = [],
        ["Access"] = Shared,
        ["Projects"] = Shared,
        ["Data"] = [.. Shared, "Detection", "Suggestions", "Intake", "Triage", "Upkeep"], // the context names every entity; the demo runs the whole line
        ["Detection"] = Shared,
        ["Suggestions"] = [.. Shared, "Detection"],
        ["Settings"] = [.. Shared, "Detection", "Suggestions", "Intake", "Triage", "Upkeep"], // the catalogue names every options class that can be set on screen
        ["Intake"] = [.. Shared, "Detection", "Suggestions", "Triage", "Upkeep"],
        ["Upkeep"] = Shared,
        ["Triage"] = [.. Shared, "Upkeep"],
        ["Evaluation"] = [.. Shared, "Detection", "Suggestions", "Triage"],
    };

    [Fact]
    public void Domain_EachFeature_UsesOnlyWhatItMay()
    {
        var root = Path.Combine(Repository.Root, "SupportConsole.Domain");
        var wrong = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (File: Path.GetRelativePath(root, file), Text: file))
            .Where(file => file.File.Contains(Path.DirectorySeparatorChar) && MayUse.ContainsKey(Feature(file.File)))
            .SelectMany(file => Regex.Matches(File.ReadAllText(file.Text), @"^using SupportConsole\.Domain\.(\w+)", RegexOptions.Multiline)
                .Select(match => match.Groups[1].Value)
                .Where(used => used != Feature(file.File) && !MayUse[Feature(file.File)].Contains(used))
                .Select(used => $"{file.File} uses {used}"));

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Domain_NeverNamesTheProcess() =>
        typeof(Domain.SupportDomain).Assembly.GetReferencedAssemblies().Select(name => name.Name)
            .ShouldNotContain(name => name == "SupportConsole" || name!.StartsWith("Quartz", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal));

    private static string Feature(string file) => file.Split(Path.DirectorySeparatorChar)[0];
}
