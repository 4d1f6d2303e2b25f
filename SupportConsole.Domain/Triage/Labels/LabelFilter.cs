namespace SupportConsole.Domain.Triage.Labels;

/// <summary>Which labelled texts are meant; all of them where nothing is said.</summary>
/// <param name="Kind">Only texts with a label of this kind.</param>
/// <param name="Label">Only texts with this label.</param>
/// <param name="WaitingSince">Only texts that wait to be learned since this one: what is held out is never learned and waits for nothing.</param>
/// <param name="Text">Only texts that hold this; capitals make no difference.</param>
public sealed record LabelFilter(LabelKind? Kind = null, string? Label = null, long? WaitingSince = null, string? Text = null);
