namespace SupportConsole.Domain.Suggestions.Catalogue;

/// <summary>What an entry is for, and the name it goes by: "missing.not_confirmed", "missing.not_confirmed:price@car-finance".</summary>
/// <param name="Field">The capture field it is narrowed to.</param>
/// <param name="Project">The external id of the project it is narrowed to.</param>
public sealed record CatalogueKey(string Cause, string? Field = null, string? Project = null)
{
    /// <summary>Whether somebody added it: what is for a cause as a whole is shipped.</summary>
    public bool IsOwn => Field is not null || Project is not null;

    /// <summary>Neither a cause nor a field holds either sign; an external id may hold a colon, and comes last.</summary>
    public static CatalogueKey Parse(string text)
    {
        var (rest, project) = text.Split('@', 2) is [var before, var after] ? (before, after) : (text, null);
        return rest.Split(':', 2) is [var cause, var field] ? new(cause, field, project) : new(rest, null, project);
    }

    public override string ToString() => Cause + (Field is null ? "" : $":{Field}") + (Project is null ? "" : $"@{Project}");
}
