using System.ComponentModel.DataAnnotations;

namespace SupportConsole.Domain.Workspace;

/// <summary>What holds for the whole workspace. Section "Workspace".</summary>
public sealed class WorkspaceOptions
{
    [Required, StringLength(100)]
    public string Name { get; set; } = "Support";

    /// <summary>IANA name of the zone in which days, hours and shown times are meant.</summary>
    [Required]
    public string TimeZone { get; set; } = "Europe/Amsterdam";

    /// <summary>Where people open the console, such as https://support.example.com, for links in messages; empty means where it listens.</summary>
    [StringLength(200), RegularExpression("|https?://[^ ]+", ErrorMessage = "Workspace:Address must start with http:// or https:// and hold no space.")]
    public string Address { get; set; } = "";
}
