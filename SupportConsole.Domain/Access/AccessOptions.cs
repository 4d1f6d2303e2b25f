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

    /// <summary>Wrong passwords or codes in a row before signing in rests: enough for typing errors, too few for guessing.</summary>
    [Range(1, 100)]
    public int LockoutAfter { get; set; } = 5;

    /// <summary>Minutes that it rests; with five tries each time, a guesser gets 480 a day and an owner waits for a coffee.</summary>
    [Range(1, 1440)]
    public int LockoutMinutes { get; set; } = 15;

    /// <summary>Tries to sign in per minute from one address, over all names; an office behind one address still gets in on Monday morning.</summary>
    [Range(1, 10_000)]
    public int SignInsPerMinute { get; set; } = 20;

    /// <summary>Addresses and networks of proxies, with commas, that are believed about the caller's address and HTTPS; none, as anybody can write such headers.</summary>
    public string TrustedProxies { get; set; } = "";

    /// <summary>Hours in which a link to choose a password has to be used; it may be sent on Friday afternoon.</summary>
    [Range(1, 720)]
    public int ResetLinkHours { get; set; } = 72;

    /// <summary>Seconds that the clock of a webhook's sender may differ from ours, either way.</summary>
    [Range(1, 3600)]
    public int WebhookToleranceSeconds { get; set; } = 300;

    /// <summary>The largest signed delivery in bytes: what a batch may be.</summary>
    [Range(1024, 100_000_000)]
    public int WebhookBodyBytes { get; set; } = 10_000_000;
}
