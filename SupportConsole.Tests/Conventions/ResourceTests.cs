using System.Text.RegularExpressions;
using System.Xml.Linq;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Conventions;

/// <summary>Both languages say everything: the same keys, and the same {0} in each.</summary>
public sealed partial class ResourceTests
{
    public static TheoryData<string> English => new(
        Directory.EnumerateFiles(Repository.Root, "*.resx", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".nl.resx", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Select(file => Path.GetRelativePath(Repository.Root, file)));

    [Theory]
    [MemberData(nameof(English))]
    public void Dutch_OfEveryEnglishWord_IsThereWithTheSamePlaceholders(string file)
    {
        var english = Words(Path.Combine(Repository.Root, file));
        var dutch = Words(Path.Combine(Repository.Root, Path.ChangeExtension(file, ".nl.resx")));

        dutch.Keys.Order().ShouldBe(english.Keys.Order());
        english.Where(word => Placeholders(word.Value) != Placeholders(dutch[word.Key])).Select(word => word.Key).ShouldBeEmpty();
        dutch.Where(word => word.Value.Length == 0).ShouldBeEmpty();
    }

    private static Dictionary<string, string> Words(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value.Trim());

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d+(:[^}]*)?\}")]
    private static partial Regex Placeholder();
}
