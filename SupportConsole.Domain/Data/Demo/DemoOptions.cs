using System.ComponentModel.DataAnnotations;

namespace SupportConsole.Domain.Data.Demo;

/// <summary>The demo workspace: invented people, projects and calls in a database of their own. Section "Demo".</summary>
public sealed class DemoOptions
{
    /// <summary>Off as shipped; the launch settings of a checkout switch it on. Never on where real people sign in.</summary>
    public bool Enabled { get; set; }

    /// <summary>Live calls a minute over all projects: at one a second an accepted card gets its verdict while you watch. 0 stops them.</summary>
    [Range(0, 3_000)]
    public int CallsPerMinute { get; set; } = 60;

    /// <summary>Stored calls above this are removed, oldest first (their counts stay): about 14 hours at one a second, some 100 MB.</summary>
    [Range(1_000, 1_000_000)]
    public int MaxCalls { get; set; } = 50_000;

    /// <summary>Whether a fresh demo begins with weeks of past calls and judged cards; without them it begins empty.</summary>
    public bool History { get; set; } = true;
}
