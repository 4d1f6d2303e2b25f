using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Domain.Triage.Labels;

namespace SupportConsole.Domain.Intake.Labels;

/// <summary>The texts of a file, read under the columns that a person says.</summary>
/// <param name="Texts">What is right.</param>
/// <param name="Rejected">Lines that are not.</param>
/// <param name="Faults">What is wrong with the first of them.</param>
public sealed record LabelledFile(IReadOnlyList<NewLabel> Texts, long Rejected, IReadOnlyList<ImportLineFault> Faults);

/// <summary>What a file holds under these columns, without its texts: a page that shows it must not keep fifty megabytes.</summary>
/// <param name="Texts">Labelled texts that can be added: of each line as many as it has labels.</param>
/// <param name="Labels">How many of them are of each kind that a column was chosen for, and with which labels.</param>
/// <param name="Rejected">Lines that are not right.</param>
/// <param name="Faults">What is wrong with the first of them.</param>
/// <param name="Torn">Why the rest of the file cannot be told apart, so that it must be mended first; null where all of it was read.</param>
public sealed record LabelledCheck(int Texts, IReadOnlyDictionary<LabelKind, LabelsFound> Labels, long Rejected, IReadOnlyList<ImportLineFault> Faults, string? Torn = null);

/// <param name="Texts">Texts that have a label of the kind.</param>
/// <param name="Labels">As they are written.</param>
public sealed record LabelsFound(int Texts, IReadOnlySet<string> Labels);
