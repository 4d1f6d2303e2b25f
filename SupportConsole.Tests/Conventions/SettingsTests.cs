using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Conventions;

/// <summary>An operator finds every setting in appsettings.json with the value that holds, and in docs/settings.md with its reason.</summary>
public sealed partial class SettingsTests
{
    private static readonly JsonElement Shipped =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "appsettings.json"))).RootElement;

    private static readonly Dictionary<string, string> Documented =
        File.ReadLines(Path.Combine(Repository.Root, "docs", "settings.md"))
            .Select(line => DocumentedLine().Match(line))
            .Where(match => match.Success && match.Groups["why"].Length > 20)
            .ToDictionary(match => match.Groups["key"].Value, match => match.Groups["default"].Value.Trim());

    [Fact]
    public void Options_EveryProperty_StandsInAppSettingsAndInTheDocumentation()
    {
        var settings = OptionsClasses().SelectMany(Settings).ToList();

        settings.Count.ShouldBeGreaterThan(30);
        settings.Where(setting => InAppSettings(setting.Key) != setting.Default)
            .Select(setting => $"appsettings.json has {setting.Key} = {InAppSettings(setting.Key) ?? "nothing"}, the default is {setting.Default}")
            .ShouldBeEmpty();
        settings.Where(setting => Documented.GetValueOrDefault(setting.Key) != (setting.Default.Length == 0 ? "(empty)" : setting.Default))
            .Select(setting => $"docs/settings.md has {setting.Key} = {Documented.GetValueOrDefault(setting.Key) ?? "no line with a reason"}, the default is {setting.Default}")
            .ShouldBeEmpty();
    }

    /// <summary>The classes whose summary says: Section "Name".</summary>
    private static IEnumerable<(string Section, Type Type)> OptionsClasses() =>
        new[] { "SupportConsole", "SupportConsole.Domain" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*Options.cs", SearchOption.AllDirectories))
            .Select(file => (Match: SectionNamed().Match(File.ReadAllText(file)), Name: Path.GetFileNameWithoutExtension(file)))
            .Where(file => file.Match.Success)
            .Select(file => (file.Match.Groups[1].Value, TypeNamed(file.Name)));

    private static Type TypeNamed(string name) =>
        new[] { typeof(Domain.SupportDomain).Assembly, typeof(Program).Assembly }.SelectMany(assembly => assembly.GetTypes()).Single(type => type.Name == name);

    private static IEnumerable<(string Key, string Default)> Settings((string Section, Type Type) options)
    {
        var defaults = Activator.CreateInstance(options.Type)!;
        return options.Type.GetProperties().Where(property => property.CanWrite).Select(property =>
            ($"{options.Section}:{property.Name}", Text(JsonSerializer.SerializeToElement(property.GetValue(defaults)))));
    }

    private static string? InAppSettings(string key)
    {
        var value = Shipped;
        foreach (var part in key.Split(':'))
        {
            if (!value.TryGetProperty(part, out value))
                return null;
        }

        return Text(value);
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble().ToString(CultureInfo.InvariantCulture),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    [GeneratedRegex(@"Section ""([\w:]+)""")]
    private static partial Regex SectionNamed();

    [GeneratedRegex(@"^\| `(?<key>[\w:]+)`[^|]*\| (?<default>[^|]*) \|[^|]*\| (?<why>[^|]*) \|$")]
    private static partial Regex DocumentedLine();
}
