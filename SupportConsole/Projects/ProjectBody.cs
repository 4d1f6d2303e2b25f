using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Shell;

namespace SupportConsole.Projects;

/// <summary>What a caller gives for a new project.</summary>
public sealed class ProjectBody
{
    [Description("The id it goes by from now on; made from its name when not given.")]
    public string? ExternalId { get; init; }

    [Required]
    public required string Name { get; init; }

    public string? Industry { get; init; }

    [Description("The language its agent speaks: en (when not given) or nl.")]
    public string? Language { get; init; }

    public IReadOnlyList<CaptureFieldBody>? CaptureFields { get; init; }

    [Description("The text itself, with sections under lines \"## Name\"; or the sections as [{name, text}].")]
    public object? Instructions { get; init; }

    internal static ProjectDraft Read(JsonFields body) => new(
        body.Text("external_id"),
        body.Text("name"),
        body.Text("industry"),
        body.Text("language"),
        body.Items("capture_fields")?.Select(CaptureFieldBody.Read).ToList(),
        InstructionsBody.ReadText(body, "instructions"));
}

/// <summary>One thing a call should find out.</summary>
public sealed class CaptureFieldBody
{
    [Required]
    public required string Key { get; init; }

    [Description("What people call it; the key when not given.")]
    public string? Label { get; init; }

    [Description("Whether a completed call without it counts as missing data; true when not given.")]
    public bool? Required { get; init; }

    internal static CaptureField Read(JsonFields field)
    {
        var key = field.Text("key") ?? "";
        return new CaptureField(key, field.Text("label") ?? key.Replace('_', ' '), field.YesNo("required") ?? true);
    }
}
