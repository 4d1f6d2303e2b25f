using System.Collections.Frozen;
using SupportConsole.Domain.Triage.Text;

namespace SupportConsole.Domain.Triage.Words;

/// <summary>Every word that any rule of triage names, numbered: a text is looked up once, and all that is said about a word stands in arrays.</summary>
internal sealed class Vocabulary
{
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _emoticons;

    public Vocabulary(IReadOnlyDictionary<string, int> words)
    {
        Count = words.Count;
        _words = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _emoticons = words.Where(word => IsEmoticon(word.Key)).ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count { get; }

    /// <summary>The number of a word in its <see cref="WordForm"/>; -1 when it is unknown.</summary>
    public int Find(ReadOnlySpan<char> word) => word.Length > 0 && _words.TryGetValue(word, out var id) ? id : -1;

    public int FindEmoticon(ReadOnlySpan<char> signs) => _emoticons.TryGetValue(signs, out var id) ? id : -1;

    /// <summary>Made of marks, such as ":-)"; not an emoji and not a word.</summary>
    public static bool IsEmoticon(string word) => word.Length >= 2 && !char.IsLetterOrDigit(word[0]) && word[0] < 128;
}
