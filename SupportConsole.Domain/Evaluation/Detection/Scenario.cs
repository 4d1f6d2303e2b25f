using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>One simulated project: what the console sees of it, and what is really so.</summary>
/// <param name="Calls">In the order in which they came in.</param>
/// <param name="From">When its first week began.</param>
/// <param name="To">When the last one ended.</param>
public sealed record Scenario(Project Project, string Instructions, IReadOnlyList<Call> Calls, DateTime From, DateTime To, ScenarioTruth Truth)
{
    /// <summary>Until when the first version was in force.</summary>
    public DateTime End => Truth.AppliedAt ?? To;
}

/// <summary>What is really so.</summary>
/// <param name="Problems">Empty when nothing is wrong.</param>
/// <param name="AppliedAt">When the second version, which mends them, came into force.</param>
public sealed record ScenarioTruth(ScenarioKind Kind, IReadOnlyList<TrueProblem> Problems, DateTime? AppliedAt);

/// <summary>One thing that is wrong.</summary>
/// <param name="Causes">The catalogue keys that name it rightly, the plainest first.</param>
/// <param name="Field">The field that is missing or at which customers leave, if it is about one.</param>
/// <param name="Since">From when on it is wrong; null when it always was.</param>
/// <param name="Effect">How far the second version moved the metric's true rate (0..1).</param>
public sealed record TrueProblem(IReadOnlyList<string> Causes, Metric Metric, string? Field, DateTime? Since, double? Effect)
{
    /// <summary>Whether a card is about it, rightly named or not.</summary>
    public bool IsSeenBy(ReplayedCard card) =>
        !(card.At < Since) && card.Finding.Metric == Metric && (Metric != Metric.FieldCaptured || card.Finding.Field?.Key == Field);

    public bool IsNamedBy(ReplayedCard card) => IsSeenBy(card) && Causes.Contains(card.Finding.Cause);
}
