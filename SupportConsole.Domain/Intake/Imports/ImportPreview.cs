using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>What a dry run found.</summary>
/// <param name="Good">Lines that would land or are here already; which of the two is known only by trying.</param>
/// <param name="Known">Of the first lines that are right, those whose calls are here already; see <see cref="ImportCheck.KnownLooked"/>.</param>
/// <param name="KnownOf">How many lines that was asked of.</param>
/// <param name="Faults">The first of them.</param>
/// <param name="Projects">External ids of the projects that the lines are about, the first of them.</param>
public sealed record ImportPreview(
    long Records, long Good, long Rejected, int Known, int KnownOf, IReadOnlyList<ImportLineFault> Faults, IReadOnlyList<string> Projects, DateTime At);

/// <summary>What is wrong with one field of one line.</summary>
public sealed record ImportLineFault(long Line, string? ExternalId, string Field, string Error)
{
    /// <summary>One for each field of a line that is wrong.</summary>
    public static IEnumerable<ImportLineFault> Of(long line, string? externalId, FieldErrors errors) =>
        errors.ToDictionary().Select(error => new ImportLineFault(line, externalId, error.Key, string.Join(" ", error.Value)));
}
