namespace SupportConsole.Controls;

/// <summary>What time it is, and in whose time zone it is shown. Cascades to everything drawn; a new one comes twice a minute.</summary>
public sealed record Clock(DateTime UtcNow, TimeZoneInfo Zone)
{
    /// <summary>The moment on the workspace's own clock.</summary>
    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
}
