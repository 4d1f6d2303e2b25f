namespace SupportConsole.Suggestions;

/// <summary>How the whole text is shown: with what changes marked, before beside after, or as the agent reads it.</summary>
internal enum PreviewMode { Marked, Side, Plain }
