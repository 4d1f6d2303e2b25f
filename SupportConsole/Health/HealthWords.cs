namespace SupportConsole.Health;

/// <summary>Names the words of Health: HealthWords.resx (English) and HealthWords.nl.resx.</summary>
public sealed class HealthWords;
