namespace SupportConsole.Domain.Live;

/// <summary>"Something changed, read again": a topic and an id, never data. <paramref name="Id"/> is 0 when many changed at once.</summary>
public readonly record struct LiveChange(LiveTopic Topic, long Id);
