using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions.Learning;

namespace SupportConsole.Domain.Suggestions.Catalogue;

public enum CatalogueOrigin
{
    /// <summary>As it comes with the console.</summary>
    Shipped,

    /// <summary>Written over the shipped one, for every project.</summary>
    Edited,

    /// <summary>Added here, for a field or a project.</summary>
    Own,
}

/// <summary>An entry as lists and the editor show it.</summary>
/// <param name="Project">The project it is narrowed to.</param>
/// <param name="Entry">Without the changes of other causes that it offers.</param>
/// <param name="Revision">What a change of it must name; 0 when nobody has written it yet.</param>
public sealed record CatalogueRow(CatalogueKey Key, ProjectName? Project, CatalogueOrigin Origin, CatalogueEntry Entry, int Revision, string? By, DateTime? At)
{
    public string Detector => CatalogueCauses.Detector(Key.Cause);

    /// <summary>Open cards of its cause; of an added entry those that it is for.</summary>
    public int OpenCards { get; init; }

    /// <summary>What judged cards of its cause claimed and brought; not of an added entry.</summary>
    public TrackRecord? Record { get; init; }

    /// <summary>Why cards of its cause were rejected, the commonest first; not of an added entry.</summary>
    public IReadOnlyList<RejectedFor> Rejected { get; init; } = [];
}

/// <summary>Cards that were rejected for one reason.</summary>
public sealed record RejectedFor(RejectReason? Reason, int Cards);
