namespace SupportConsole.Domain.Triage.Text;

/// <summary>What stands between a word and the next one: the stronger, the less the one says about the other.</summary>
internal enum Pause : byte
{
    None,
    Comma,
    Clause,
    Sentence,
}

/// <summary>One word, emoji or emoticon of a text, with what its spelling and the marks after it tell.</summary>
internal struct Token
{
    /// <summary>Where it stands in its field.</summary>
    public int Start;
    public int Length;

    /// <summary>Its number in the <see cref="Words.Vocabulary"/>; -1 when no part of triage knows it.</summary>
    public int Id;

    public TextField Field;
    public TokenKind Kind;
    public Pause PauseAfter;

    /// <summary>Exclamation marks and question marks directly after it.</summary>
    public byte Exclamations;
    public byte Questions;

    /// <summary>ALL CAPITALS, two letters at least.</summary>
    public bool Shouted;

    /// <summary>A letter three times in a row: "sooo".</summary>
    public bool Stretched;

    public bool Capitalised;

    /// <summary>What it does to the words near it.</summary>
    public TokenRole Role;

    /// <summary>Something before it in the same clause turns its sense around.</summary>
    public bool Negated;
}

[Flags]
internal enum TokenRole : byte
{
    None = 0,
    Negator = 1,
    Booster = 2,
    Damper = 4,
    Contrast = 8,
    Doubt = 16,

    /// <summary>Part of a longer phrase that says something else than the word alone.</summary>
    Inside = 32,

    /// <summary>Asks for something to be done.</summary>
    Ask = 64,
}

internal enum TokenKind : byte
{
    Word,
    Number,
    Emoji,
    Link,
}
