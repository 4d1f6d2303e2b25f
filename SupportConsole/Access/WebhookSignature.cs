using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupportConsole.Access;

/// <summary>X-Signature: t=unix,v1=hex HMAC-SHA256 of "t.body" over the raw bytes, with the secret's text as the key.</summary>
public static class WebhookSignature
{
    public const string Header = "X-Signature";
    public const string NameHeader = "X-Webhook";

    public static string Sign(string secret, ReadOnlySpan<byte> body, DateTimeOffset at)
    {
        var time = at.ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture, $"t={time},v1={Convert.ToHexStringLower(Hash(secret, time, body))}");
    }

    /// <summary>Whether the sender knew the secret, signed exactly this body, and did so less than <paramref name="tolerance"/> from now.</summary>
    public static bool Holds(string? header, ReadOnlySpan<byte> body, string secret, DateTimeOffset now, TimeSpan tolerance)
    {
        long? time = null;
        List<byte[]> signatures = [];
        foreach (var part in (header ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("t=", StringComparison.Ordinal) && long.TryParse(part.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
                time = seconds;
            else if (part.StartsWith("v1=", StringComparison.Ordinal) && part.Length == 3 + (2 * HMACSHA256.HashSizeInBytes) && part.Skip(3).All(char.IsAsciiHexDigit))
                signatures.Add(Convert.FromHexString(part.AsSpan(3)));
        }

        if (time is not { } signed || Math.Abs((decimal)signed - now.ToUnixTimeSeconds()) > (decimal)tolerance.TotalSeconds)
            return false;
        var expected = Hash(secret, signed, body);
        return signatures.Exists(signature => CryptographicOperations.FixedTimeEquals(signature, expected));
    }

    private static byte[] Hash(string secret, long time, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{time}.")));
        hmac.AppendData(body);
        return hmac.GetHashAndReset();
    }
}
