using System.Text.Json.Serialization;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Projects;

/// <summary>A project as the API shows it.</summary>
/// <param name="Id">The id that callers gave it (external_id), or that was made from its name.</param>
/// <param name="InstructionVersion">The number of the instructions in force.</param>
/// <param name="Metrics">Its calls on the instructions in force; only when one project is read.</param>
public sealed record ApiProject(
    string Id, string Name, string Industry, string Language, ProjectStatus Status, IReadOnlyList<CaptureField> CaptureFields,
    int InstructionVersion, DateTime CreatedAt, DateTime? LastCheckedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CallMetrics? Metrics = null)
{
    public static ApiProject Of(Project project, CallMetrics? metrics = null) => new(
        project.ExternalId, project.Name, project.Industry, project.Language, project.Status, project.CaptureFields,
        project.CurrentVersion, project.CreatedAt, project.LastCheckedAt, metrics);
}

public sealed record ApiProjects(IReadOnlyList<ApiProject> Projects, string? NextCursor);
