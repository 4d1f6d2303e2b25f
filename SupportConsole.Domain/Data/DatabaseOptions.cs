namespace SupportConsole.Domain.Data;

/// <summary>Section "Database".</summary>
public sealed class DatabaseOptions
{
    /// <summary>Empty means the file <c>{Data:Folder}/console.db</c>.</summary>
    public string ConnectionString { get; set; } = "";
}
