namespace SupportConsole.Domain.Data;

/// <summary>More events wait to be written than may wait; the sender should try again shortly (429).</summary>
public sealed class QueueFullException() : Exception("Too many events are waiting to be written.");
