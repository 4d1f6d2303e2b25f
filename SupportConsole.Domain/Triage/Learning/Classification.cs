namespace SupportConsole.Domain.Triage.Learning;

/// <summary>The answer to one text.</summary>
/// <param name="Confidence">The probability that the label is right; where the model knows texts that belong to no label, over traffic with such texts in it.</param>
public readonly record struct Classification(string Label, float Confidence, Decision Decision);

/// <summary>What to do with an answer.</summary>
public enum Decision
{
    /// <summary>Answer without a person: so sure that the promised precision holds.</summary>
    Auto,

    /// <summary>Show the likely labels to a person.</summary>
    Suggest,

    /// <summary>A person reads it: no label is likely.</summary>
    Escalate,
}

/// <summary>A label and the probability that a text has it.</summary>
public sealed record LabelChance(string Label, double Chance);
