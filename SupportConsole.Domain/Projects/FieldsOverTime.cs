using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Projects;

/// <summary>By which capture fields each call of a project was counted.</summary>
public sealed class FieldsOverTime
{
    private readonly Project _project;
    private readonly List<FormerFields> _former;

    private FieldsOverTime(Project project, List<FormerFields> former) => (_project, _former) = (project, former);

    public static async Task<FieldsOverTime> ReadAsync(SupportDbContext db, Project project, CancellationToken cancellation = default) =>
        new(project, await db.FormerFields.AsNoTracking().Where(row => row.ProjectId == project.Id).OrderBy(row => row.Id).ToListAsync(cancellation));

    /// <summary>
    /// Those that the project had when the call was processed. What was changed before the console kept former fields is known
    /// only as the moment since which a field is there.
    /// </summary>
    public IReadOnlyList<CaptureField> At(DateTime processedAt)
    {
        var fields = _former.Find(former => processedAt <= former.Until)?.Fields;
        return fields ?? (_former.Count > 0 ? _project.CaptureFields : [.. _project.CaptureFields.Where(field => _project.Asked(field.Key, processedAt))]);
    }
}
