namespace SupportConsole.Shell;

/// <summary>
/// A key, and what the person saw selected when it went down: data-card-id and data-revision of the element with data-selected,
/// read in the browser. Acting on these, not on what is selected by the time it arrives, keeps lag from deciding another card.
/// </summary>
public sealed record KeyPress(string Key, string? CardId, int? Revision);
