using System.Security.Cryptography;
using System.Text;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Projects;

/// <summary>What stands in the form of a project, as typed.</summary>
public sealed class ProjectInput
{
    public string Name { get; set; } = "";

    /// <summary>Only for a new project: it never changes afterwards.</summary>
    public string ExternalId { get; set; } = "";

    public string Industry { get; set; } = "";

    public string Language { get; set; } = ProjectDraft.Languages[0];

    public List<FieldInput> Fields { get; init; } = [];

    public string Instructions { get; set; } = "";

    public static ProjectInput Of(Project project) => new()
    {
        Name = project.Name,
        ExternalId = project.ExternalId,
        Industry = project.Industry,
        Language = project.Language,
        Fields = [.. project.CaptureFields.Select(field => new FieldInput { Key = field.Key, Label = field.Label, Required = field.Required })],
    };

    /// <summary>What the form holds, under the names of its fields: what the browser keeps while somebody types.</summary>
    public IEnumerable<(string Name, string Value)> Named() =>
    [
        ("name", Name), ("id", ExternalId), ("industry", Industry), ("language", Language), ("instructions", Instructions),
        .. Fields.SelectMany((field, i) => new[] { (FieldName(i, "key"), field.Key), (FieldName(i, "label"), field.Label), (FieldName(i, "required"), field.Required ? "true" : "false") }),
    ];

    public static string FieldName(int index, string part) => FormattableString.Invariant($"fields[{index}].{part}");

    /// <summary>Short for what it holds: whether a project is still what a kept form started from.</summary>
    public string Digest() => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Named()))), 0, 8);

    /// <summary>Takes back what the browser kept.</summary>
    public void Restore(IReadOnlyDictionary<string, string> kept)
    {
        (Name, ExternalId) = (kept.GetValueOrDefault("name", Name), kept.GetValueOrDefault("id", ExternalId));
        (Industry, Instructions) = (kept.GetValueOrDefault("industry", Industry), kept.GetValueOrDefault("instructions", Instructions));
        Language = kept.GetValueOrDefault("language") is { } language && ProjectDraft.Languages.Contains(language) ? language : Language;
        Fields.Clear();
        for (var i = 0; i < ProjectRules.MaxCaptureFields && kept.TryGetValue(FieldName(i, "key"), out var key); i++)
            Fields.Add(new() { Key = key, Label = kept.GetValueOrDefault(FieldName(i, "label"), ""), Required = kept.GetValueOrDefault(FieldName(i, "required")) != "false" });
    }

    public ProjectDraft Draft() => new(
        Blank(ExternalId) ? null : ExternalId.Trim(), Name, Industry, Language,
        [.. Fields.Where(field => !field.IsBlank).Select(field => field.ToField())], Instructions);

    private static bool Blank(string text) => string.IsNullOrWhiteSpace(text);

    /// <summary>One capture field, as typed.</summary>
    public sealed class FieldInput
    {
        public string Key { get; set; } = "";

        public string Label { get; set; } = "";

        public bool Required { get; set; } = true;

        public bool IsBlank => Blank(Key) && Blank(Label);

        public CaptureField ToField() => new(Key.Trim(), Blank(Label) ? Key.Trim().Replace('_', ' ') : Label.Trim(), Required);
    }
}
