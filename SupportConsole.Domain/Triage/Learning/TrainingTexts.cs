using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SupportConsole.Domain.Triage.Learning;

/// <summary>Texts and, for each, its label.</summary>
public sealed record TrainingTexts(IReadOnlyList<string> Texts, IReadOnlyList<string> Labels)
{
    public static TrainingTexts None { get; } = new([], []);

    public int Count => Texts.Count;

    /// <summary>The texts of a label and the others, apart.</summary>
    public (TrainingTexts With, TrainingTexts Without) Apart(Func<string, bool> label)
    {
        var rows = Enumerable.Range(0, Count).ToLookup(row => label(Labels[row]));
        return (At(rows[true]), At(rows[false]));
    }

    public TrainingTexts At(IEnumerable<int> rows)
    {
        var chosen = rows.ToList();
        return new TrainingTexts([.. chosen.Select(row => Texts[row])], [.. chosen.Select(row => Labels[row])]);
    }

    /// <summary>A fingerprint of what was trained on, in hexadecimal.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var text in Texts.Concat(Labels))
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
            hash.AppendData(length);
            hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
