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

    /// <summary>Nine of ten cards name a real problem by its right cause: people stop reading what is wrong more often.</summary>
    public const double Detection = 0.9;

    /// <summary>Points that a card about the success rate lifts it by: below, the reading costs about what it brings; cards that bring more are left to find.</summary>
    public const double LeastGain = 10, UsualGain = 15;

    /// <summary>A card that waits longer costs more than its reading.</summary>
    public static readonly TimeSpan ToAccept = TimeSpan.FromHours(24);

    /// <summary>Fewer cards per project and month would miss problems, more would wear people out.</summary>
    public const double FewestCards = 2, MostCards = 5;
}
