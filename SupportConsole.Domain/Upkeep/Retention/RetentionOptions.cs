using System.ComponentModel.DataAnnotations;

namespace SupportConsole.Domain.Upkeep.Retention;

/// <summary>How long what customers said and did is kept; the counts stay. Section "Retention".</summary>
public sealed class RetentionOptions
{
    /// <summary>Days after which what was said in a call is deleted; 0 keeps it. The law asks for a reason to keep it, and only its owner knows theirs.</summary>
    [Range(0, 3_650)]
    public int TranscriptDays { get; set; }

    /// <summary>Days after which a call goes altogether; 0 keeps it.</summary>
    [Range(0, 3_650)]
    public int CallDays { get; set; }
}
