namespace SupportConsole.Access;

/// <summary>A webhook's delivery whose signature held: who sent it, and the bytes that were signed.</summary>
public sealed record SignedDelivery(string Webhook, ReadOnlyMemory<byte> Body);
