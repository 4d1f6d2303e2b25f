using System.ComponentModel.DataAnnotations;

namespace SupportConsole.Domain.Intake;

/// <summary>How received events are processed. Section "Intake".</summary>
public sealed class IntakeOptions
{
    /// <summary>Events in one processing commit: large enough to be quick, small enough that pages' writes do not wait long.</summary>
    [Range(1, 2_000)]
    public int BatchSize { get; set; } = 200;

    /// <summary>Events in one processing commit when more than a batch waits: they are counted first, and each project is looked at once for all of them.</summary>
    [Range(1, 10_000)]
    public int BulkSize { get; set; } = 2_000;

    /// <summary>While ever more comes in, projects with new calls are still looked at this often.</summary>
    [Range(1, 600)]
    public int BulkCheckSeconds { get; set; } = 5;

    /// <summary>Attempts before an event is given up and shown with its reason.</summary>
    [Range(1, 20)]
    public int MaxAttempts { get; set; } = 5;

    /// <summary>Wait before the second attempt; it doubles with each one.</summary>
    [Range(1, 3_600)]
    public int RetrySeconds { get; set; } = 5;

    /// <summary>The worker also looks without being rung for, this often.</summary>
    [Range(1, 600)]
    public int IdleSeconds { get; set; } = 5;

    /// <summary>A worker that has not come round in this long (beside its idle seconds) is stuck, and the process not ready; a batch takes a second.</summary>
    [Range(10, 3_600)]
    public int StuckSeconds { get; set; } = 120;
}
