namespace SupportConsole.Domain.Triage.Labels;

/// <summary>A text and its label as somebody gives them.</summary>
/// <param name="Kind">What the label says of it.</param>
public sealed record NewLabel(string Text, string Label, LabelKind Kind = LabelKind.Topic);

/// <summary>What came of texts that were given.</summary>
/// <param name="Changed">Were here with another label.</param>
/// <param name="Known">Were here with this label, or came twice; nothing changed.</param>
public sealed record AddedTexts(int Added, int Changed, int Known)
{
    public static AddedTexts None { get; } = new(0, 0, 0);

    public static AddedTexts operator +(AddedTexts one, AddedTexts other) =>
        new(one.Added + other.Added, one.Changed + other.Changed, one.Known + other.Known);
}

/// <summary>A correction that was noted, and what takes it back.</summary>
/// <param name="HeldOut">The text is only judged by, and never learned.</param>
/// <param name="Before">The text as it was here, with its label, source, author and time; null when it was not here.</param>
public sealed record NotedCorrection(long Id, bool HeldOut, LabelledText? Before);
