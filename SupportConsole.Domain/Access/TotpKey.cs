namespace SupportConsole.Domain.Access;

/// <summary>What an authenticator app is given.</summary>
/// <param name="Text">The key, to type.</param>
/// <param name="Uri">The same as otpauth://, to draw as a QR code.</param>
public sealed record TotpKey(string Text, string Uri);
