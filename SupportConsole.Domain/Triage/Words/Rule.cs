namespace SupportConsole.Domain.Triage.Words;

/// <summary>One word or phrase and what it says: a line of the word files.</summary>
/// <param name="Target">Which urgency, emotion, category or flag; 0 where the aspect has but one.</param>
internal readonly record struct Rule(Aspect Aspect, byte Target, float Weight, Tongue Tongue);

/// <summary>A rule as it was found in a text: from token <paramref name="First"/>, <paramref name="Count"/> tokens.</summary>
internal readonly record struct RuleMatch(Rule Rule, int First, int Count);
