namespace SupportConsole.Controls;

/// <summary>One view of a page: an address with its filter in it.</summary>
public sealed record PageView(string Label, string Href, bool On, int? Count = null, int? CountCap = null);
