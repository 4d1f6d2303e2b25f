namespace SupportConsole.Analytics;

/// <summary>Names the words of Analytics: AnalyticsWords.resx (English) and AnalyticsWords.nl.resx.</summary>
public sealed class AnalyticsWords;
