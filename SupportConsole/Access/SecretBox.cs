using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SupportConsole.Domain.Access;

namespace SupportConsole.Access;

internal sealed class SecretBox(IDataProtectionProvider protection) : ISecretBox
{
    public string Close(string purpose, string text) => protection.CreateProtector(purpose).Protect(text);

    public string? Open(string purpose, string closed)
    {
        try
        {
            return protection.CreateProtector(purpose).Unprotect(closed);
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
