namespace SupportConsole.Domain.Settings;

/// <summary>Where a value comes from when it was not set on screen.</summary>
public enum SettingOrigin
{
    /// <summary>appsettings.json.</summary>
    File,
    Environment,
    CommandLine,

    /// <summary>Configured nowhere: the default of the options class.</summary>
    Build,
}
