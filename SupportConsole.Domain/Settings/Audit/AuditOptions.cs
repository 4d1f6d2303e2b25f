using System.ComponentModel.DataAnnotations;

namespace SupportConsole.Domain.Settings.Audit;

/// <summary>Reading the audit. Section "Audit".</summary>
public sealed class AuditOptions
{
    /// <summary>Rows of one export at most: what a spreadsheet still opens with ease; the dates make smaller parts.</summary>
    [Range(1, 1_000_000)]
    public int ExportRows { get; set; } = 100_000;
}
