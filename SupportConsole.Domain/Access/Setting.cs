namespace SupportConsole.Domain.Access;

/// <summary>A setting made on screen; it holds over appsettings.json.</summary>
public sealed class Setting
{
    /// <summary>The configuration key, such as "Detection:SuccessThreshold".</summary>
    public required string Key { get; init; }

    public required string Value { get; set; }

    public required DateTime ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}
