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

    /// <summary>Under which the browser keeps what is typed for a new project.</summary>
    public static string DraftKey(string field) => $"new-project:{field}";

    public static ProjectInput Of(Project project) => new()
    {
        Name = project.Name,
        ExternalId = project.ExternalId,
        Industry = project.Industry,
        Language = project.Language,
        Fields = [.. project.CaptureFields.Select(field => new FieldInput { Key = field.Key, Label = field.Label, Required = field.Required })],
    };

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
