namespace SupportConsole.Access;

/// <summary>Names the words of signing in: AccessWords.resx (English) and AccessWords.nl.resx.</summary>
public sealed class AccessWords;
