namespace SupportConsole.Domain.Triage.Words;

/// <summary>What a rule says something about.</summary>
internal enum Aspect : byte
{
    Sentiment,
    Negator,

    /// <summary>Looks like a negation and is none: "not only".</summary>
    Affirmer,
    Booster,
    Contrast,

    /// <summary>What follows did not happen: "if", "would".</summary>
    Doubt,
    Urgency,
    Impact,
    Emotion,
    Category,
    Subcategory,
    Flag,

    /// <summary>Holds nothing of its own: never in a key phrase.</summary>
    Stop,

    /// <summary>May stand between a negation and what it denies: "not an", "is het niet".</summary>
    Link,
}

/// <summary>The language of a rule or a text. A rule of <see cref="Any"/> holds in every text.</summary>
internal enum Tongue : byte
{
    Any,
    English,
    Dutch,

    /// <summary>English whose word is another one in Dutch: "lag", "plan".</summary>
    EnglishAlone,
}
