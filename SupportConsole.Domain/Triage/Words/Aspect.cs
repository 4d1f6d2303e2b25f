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

    /// <summary>Asks for something to be done: "please", "must", "graag".</summary>
    Ask,

    /// <summary>Holds nothing of its own: never in a key phrase. From here on every aspect only marks a word and matches nothing.</summary>
    Stop,

    /// <summary>May stand between a negation and what it denies: "not an", "is het niet".</summary>
    Link,

    /// <summary>Says how fast: "immediately", "snel".</summary>
    Speed,

    /// <summary>Says that somebody helped, solved or answered: "fixed", "geholpen".</summary>
    Deed,

    /// <summary>Says that something was: "had", "geleden".</summary>
    Past,

    /// <summary>Names what is wrong, so that its denial names nothing: "not down", "geen storing".</summary>
    Fault,
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
