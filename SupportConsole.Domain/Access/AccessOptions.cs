using System.ComponentModel.DataAnnotations;

namespace SupportConsole.Domain.Access;

/// <summary>Signing in and staying signed in. Section "Access".</summary>
public sealed class AccessOptions
{
    /// <summary>Days without use after which a session ends; two weeks spans a holiday without handing a found laptop a month.</summary>
    [Range(1, 90)]
    public int SessionDays { get; set; } = 14;

    /// <summary>Seconds for which a checked session or key holds before its row is read again: how late another process's revoke may be.</summary>
    [Range(0, 60)]
    public int CheckSeconds { get; set; } = 3;

    /// <summary>Seconds between two notes of "last seen": an hour's list needs no more, and each one is a write.</summary>
    [Range(1, 3600)]
    public int SeenSeconds { get; set; } = 60;
}
