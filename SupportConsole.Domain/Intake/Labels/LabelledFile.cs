using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Domain.Triage.Labels;

namespace SupportConsole.Domain.Intake.Labels;

/// <summary>A file of labelled texts, read under the columns that a person says.</summary>
/// <param name="Texts">What is right.</param>
/// <param name="Rejected">Lines that are not.</param>
/// <param name="Faults">What is wrong with the first of them.</param>
public sealed record LabelledFile(IReadOnlyList<NewLabel> Texts, long Rejected, IReadOnlyList<ImportLineFault> Faults)
{
    public int Labels => Texts.Select(text => text.Label).Distinct().Count();
}
