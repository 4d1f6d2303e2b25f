using System.Security.Cryptography;
using System.Text;
using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Access;

/// <summary>Codes on paper for who lost their phone: each works once. Only hashes are kept; 80 random bits need no slow one.</summary>
internal static class RecoveryCodes
{
    private const int Count = 10;

    public static IReadOnlyList<string> New() =>
        [.. Enumerable.Range(0, Count).Select(_ => string.Join('-', Totp.Base32(RandomNumberGenerator.GetBytes(10)).ToLowerInvariant().Chunk(4).Select(part => new string(part))))];

    public static string Keep(IEnumerable<string> codes) => JsonColumn.Write(codes.Select(Hash));

    /// <summary>What is kept after <paramref name="code"/> is spent; null when it is none of them.</summary>
    public static string? Spend(string kept, string code)
    {
        var hashes = JsonColumn.Read<List<string>>(kept);
        return hashes.Remove(Hash(code)) ? JsonColumn.Write(hashes) : null;
    }

    public static int Left(string? kept) => kept is null ? 0 : JsonColumn.Read<List<string>>(kept).Count;

    private static string Hash(string code)
    {
        var plain = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(plain)));
    }
}
