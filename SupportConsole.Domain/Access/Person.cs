using Microsoft.AspNetCore.Identity;

namespace SupportConsole.Domain.Access;

/// <summary>Somebody who signs in. The user name is the e-mail address.</summary>
public sealed class Person : IdentityUser<long>
{
    public required string DisplayName { get; set; }

    /// <summary>One of <see cref="Roles.All"/>.</summary>
    public required string Role { get; set; }

    /// <summary>A disabled person cannot sign in and has no open sessions.</summary>
    public bool Disabled { get; set; }

    /// <summary>Made by the demo workspace; a start with the demo on and real people in the database is refused.</summary>
    public bool Demo { get; init; }

    /// <summary>"en" or "nl"; null follows the browser.</summary>
    public string? Language { get; set; }

    /// <summary>"light", "dark" or "auto".</summary>
    public string Theme { get; set; } = "auto";

    public DateTime CreatedAt { get; init; }

    /// <summary>The newest notification this person has seen.</summary>
    public long SeenNotificationId { get; set; }
}
