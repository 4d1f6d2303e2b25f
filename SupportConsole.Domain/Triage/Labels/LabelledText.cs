using System.Security.Cryptography;
using System.Text;

namespace SupportConsole.Domain.Triage.Labels;

/// <summary>
/// A text with the label that a person gave it. Each text is here once for each kind of label: a new label takes the place of the row, so that ids
/// tell what came after a training.
/// </summary>
public sealed class LabelledText
{
    /// <summary>More than a ticket's first message; what is longer is a log that nobody labelled on purpose.</summary>
    public const int LongestText = 20_000;

    public const int LongestLabel = 100;

    /// <summary>The source of what a person said on screen; else it is the name of a file.</summary>
    public const string Correction = "correction";

    /// <summary>Of 256 texts so many are kept apart: a fifth is enough to tell models apart, and leaves most to learn from.</summary>
    private const int HeldOutOf256 = 51;

    public long Id { get; private set; }

    /// <summary>Of the text without capitals and double spaces: what differs in nothing else is one text.</summary>
    public required string Hash { get; init; }

    public required string Text { get; init; }

    public required LabelKind Kind { get; init; }

    public required string Label { get; init; }

    /// <summary>Never trained on. It follows from the hash alone, so that no text moves to the other side, whatever is said of it.</summary>
    public required bool HeldOut { get; init; }

    public required string Source { get; init; }

    public required string AddedBy { get; init; }

    public required DateTime AddedAt { get; init; }

    public static LabelledText Of(string text, LabelKind kind, string label, string source, string by, DateTime now)
    {
        var hash = Digest(text);
        return new LabelledText
        {
            Hash = Convert.ToHexStringLower(hash),
            Text = text,
            Kind = kind,
            Label = label,
            HeldOut = hash[0] < HeldOutOf256,
            Source = source,
            AddedBy = by,
            AddedAt = now,
        };
    }

    public static string HashOf(string text) => Convert.ToHexStringLower(Digest(text));

    private static byte[] Digest(string text) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
}
