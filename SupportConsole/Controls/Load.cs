namespace SupportConsole.Controls;

/// <summary>The four states of anything that is loaded; a page draws all of them.</summary>
public enum Load { Loading, Failed, Empty, Full }
