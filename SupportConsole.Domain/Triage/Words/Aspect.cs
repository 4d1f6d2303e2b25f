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
}

/// <summary>The language of a rule or a text. A rule of <see cref="Any"/> holds in every text.</summary>
internal enum Tongue : byte
{
    Any,
    English,
    Dutch,
}
