using System.Globalization;

namespace SupportConsole.Domain.Projects;

/// <summary>Where a page of projects ended: the last row's id and name.</summary>
internal sealed record ProjectCursor(string Name, long Id)
{
    public static ProjectCursor? Parse(string? text)
    {
        var parts = text?.Split('_', 2) ?? [];
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new ProjectCursor(parts[1], id)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}_{Name}");
}
