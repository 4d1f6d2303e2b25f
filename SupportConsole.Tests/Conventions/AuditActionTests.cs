using System.Text.RegularExpressions;
using System.Xml.Linq;
using SupportConsole.Domain.Projects;
using SupportConsole.Settings.Audit;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Conventions;

/// <summary>Nobody reads "person.codes_on" in the audit: each action that the code writes has its words.</summary>
public sealed partial class AuditActionTests
{
    [Fact]
    public void Actions_WrittenAnywhere_AreListedAndHaveWords()
    {
        var written = new[] { "SupportConsole", "SupportConsole.Domain" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && !file.EndsWith("AuditActions.cs", StringComparison.Ordinal))
            .SelectMany(file => ActionText().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Concat(Enum.GetValues<ProjectStatus>().Select(status => $"project.{status.ToString().ToLowerInvariant()}"))
            .ToHashSet();
        var listed = AuditActions.ByKind.SelectMany(kind => kind.Actions).ToHashSet();
        var words = XDocument.Load(Path.Combine(Repository.Root, "SupportConsole", "Settings", "Audit", "AuditWords.resx"))
            .Root!.Elements("data").Select(data => data.Attribute("name")!.Value).ToHashSet();

        written.Count.ShouldBeGreaterThan(30);
        written.Except(listed).ShouldBeEmpty("written but not in AuditActions");
        listed.Except(written).ShouldBeEmpty("in AuditActions but written nowhere");
        listed.Where(action => !words.Contains($"Action.{action}")).ShouldBeEmpty("without words");
        AuditActions.ByKind.Where(kind => !words.Contains($"Kind.{kind.Kind}")).ShouldBeEmpty();
    }

    // Actions of the audit are the only texts of this form: a kind of thing, a dot, what was done.
    [GeneratedRegex(@"""((?:suggestion|project|instructions|person|api_key|webhook|setting|event|job|workspace|rejections|catalogue|import|triage)\.[a-z_]+)""")]
    private static partial Regex ActionText();
}
