namespace SupportConsole.Settings.People;

/// <summary>Names the words of the people page: PeopleWords.resx (English) and PeopleWords.nl.resx.</summary>
public sealed class PeopleWords;
