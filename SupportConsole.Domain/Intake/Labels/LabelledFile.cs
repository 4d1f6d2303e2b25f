using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Domain.Triage.Labels;

namespace SupportConsole.Domain.Intake.Labels;

/// <summary>The texts of a file, read under the columns that a person says.</summary>
/// <param name="Texts">What is right.</param>
/// <param name="Rejected">Lines that are not.</param>
/// <param name="Faults">What is wrong with the first of them.</param>
public sealed record LabelledFile(IReadOnlyList<NewLabel> Texts, long Rejected, IReadOnlyList<ImportLineFault> Faults);

/// <summary>What a file holds under these columns, without its texts: a page that shows it must not keep fifty megabytes.</summary>
/// <param name="Texts">Texts that can be added.</param>
/// <param name="Labels">Their labels.</param>
/// <param name="Rejected">Lines that are not right.</param>
/// <param name="Faults">What is wrong with the first of them.</param>
public sealed record LabelledCheck(int Texts, IReadOnlySet<string> Labels, long Rejected, IReadOnlyList<ImportLineFault> Faults);
