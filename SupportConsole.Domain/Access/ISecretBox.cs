namespace SupportConsole.Domain.Access;

/// <summary>
/// Encrypts what has to be read back (a webhook's secret, a code's key, a link's contents) with keys that lie beside the
/// database and not in it. What one purpose closed no other purpose opens.
/// </summary>
public interface ISecretBox
{
    string Close(string purpose, string text);

    /// <summary>The text, or null when this is not ours, was altered, or its key is gone.</summary>
    string? Open(string purpose, string closed);
}
