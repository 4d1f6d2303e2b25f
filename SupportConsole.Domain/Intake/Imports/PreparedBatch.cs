using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>Records of one commit, with all that can be found out before its turn.</summary>
/// <param name="From">The position of the first of them.</param>
/// <param name="BytesRead">How far the file is read after them.</param>
internal sealed record PreparedBatch(
    IReadOnlyList<ImportRecord> Records, long From, long BytesRead, IReadOnlyList<PreparedCall> Calls, IReadOnlyList<ImportLineFault> Faults, int Rejected)
{
    public long To => From + Records.Count;

    public IEnumerable<KnownProject> Projects => Calls.Select(call => call.Project).Distinct();
}

/// <summary>A call that may land: its values as they are stored, and what it adds to the counts.</summary>
internal sealed record PreparedCall(
    Call Call, KnownProject Project, string Fields, string Transcript, DateTime ProcessedAt, IReadOnlyList<(CallCountKind Kind, string Value)> Entries);
