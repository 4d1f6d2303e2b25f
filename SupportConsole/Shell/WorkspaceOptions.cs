using System.ComponentModel.DataAnnotations;

namespace SupportConsole.Shell;

/// <summary>Section "Workspace".</summary>
public sealed class WorkspaceOptions
{
    public const string Section = "Workspace";

    /// <summary>IANA name of the zone that times are shown and entered in.</summary>
    [Required]
    public string TimeZone { get; set; } = "Europe/Amsterdam";
}
