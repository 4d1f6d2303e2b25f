namespace SupportConsole.Notifications;

/// <summary>Names the words of notifications: NotificationWords.resx (English) and NotificationWords.nl.resx.</summary>
public sealed class NotificationWords;
