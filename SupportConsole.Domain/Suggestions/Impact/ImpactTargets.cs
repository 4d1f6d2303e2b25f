namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>What the console holds itself to. Goals to compare with, not thresholds: nothing happens at them.</summary>
public static class ImpactTargets
{
    /// <summary>Four of five promises hold.</summary>
    public const double Accuracy = 0.8;

    /// <summary>Under this, people read more cards that are no use than cards that are.</summary>
    public const double Acceptance = 0.6;

    /// <summary>One wrong card in five is what people put up with.</summary>
    public const double FalsePositives = 0.2;

    /// <summary>A card that waits longer costs more than its reading.</summary>
    public static readonly TimeSpan ToAccept = TimeSpan.FromHours(24);

    /// <summary>Fewer cards per project and month would miss problems, more would wear people out.</summary>
    public const double FewestCards = 2, MostCards = 5;
}
