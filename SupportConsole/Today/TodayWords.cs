namespace SupportConsole.Today;

/// <summary>Names the words of Today: TodayWords.resx (English) and TodayWords.nl.resx.</summary>
public sealed class TodayWords;
