namespace SupportConsole.Suggestions;

/// <summary>What is being chosen over the actions: a reason to reject, or a day to snooze to.</summary>
public enum Choice { None, Reject, Snooze }
