using System.ComponentModel.DataAnnotations;

namespace SupportConsole.Domain.Data;

/// <summary>Where the console keeps its data. Section "Data".</summary>
public sealed class DataOptions
{
    /// <summary>Database, keys and attachments lie here; a relative path is taken from the content root.</summary>
    [Required]
    public string Folder { get; set; } = "data";
}
