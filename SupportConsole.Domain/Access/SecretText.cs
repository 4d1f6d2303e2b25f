using System.Buffers.Text;
using System.Security.Cryptography;

namespace SupportConsole.Domain.Access;

/// <summary>Random text for keys, secrets and links: 256 bits, safe in a URL and a header.</summary>
public static class SecretText
{
    public static string New(string prefix = "") => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
