namespace SupportConsole.Domain.Projects;

/// <summary>Which calls of a project a list holds.</summary>
/// <param name="Version">Those on this instructions version.</param>
/// <param name="Missing">Completed calls without a value for this field.</param>
public sealed record CallFilter(CallStatus? Status = null, int? Version = null, string? Missing = null)
{
    public bool IsEmpty => Status is null && Version is null && Missing is null;
}
