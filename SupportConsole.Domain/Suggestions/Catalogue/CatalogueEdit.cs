namespace SupportConsole.Domain.Suggestions.Catalogue;

/// <summary>An entry as an admin wrote it. Its row stays when it is taken back, so that a revision never means two things.</summary>
public sealed class CatalogueEdit
{
    public long Id { get; private set; }

    /// <summary>As <see cref="CatalogueKey"/> writes it.</summary>
    public required string Key { get; init; }

    public required string Cause { get; init; }

    public string? FieldKey { get; init; }

    public long? ProjectId { get; init; }

    /// <summary>Null when the shipped text holds again, or the added entry is gone.</summary>
    public CatalogueEntry? Entry { get; private set; }

    /// <summary>When its words were last changed; its number alone answers nobody who disliked them.</summary>
    public DateTime WordedAt => Entry?.WordedAt ?? At;

    public int Revision { get; private set; }

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }

    public void Write(CatalogueEntry? entry, string by, DateTime at)
    {
        (Entry, By, At) = (entry, by, at);
        Revision++;
    }
}
