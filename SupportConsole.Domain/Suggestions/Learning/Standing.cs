namespace SupportConsole.Domain.Suggestions.Learning;

/// <summary>
/// What became of the cards of one cause, as counts: promises that held or did not, and rejections that say that the card was wrong.
/// "Not now" and "other" say nothing against a card, and are not in it.
/// </summary>
/// <param name="WrongWording">Of the text as it now stands: rejections from before the catalogue entry was last edited are not in it.</param>
public sealed record Standing(int Held, int NotHeld, int NotAProblem, int WrongCause, int WrongWording)
{
    /// <summary>
    /// What a cause without cards is taken for: four of five right, which is what the console aims at (<see cref="Impact.ImpactTargets.Accuracy"/>),
    /// as if five cards had shown it. Fewer would let one rejection halve a cause, more would take a year to move.
    /// </summary>
    private const double RightBefore = 4, WrongBefore = 1;

    public static readonly Standing None = new(0, 0, 0, 0, 0);

    /// <summary>Cards that turned out wrong.</summary>
    public int Wrong => NotHeld + Rejected;

    /// <summary>Of those, the ones that people turned down as wrong.</summary>
    public int Rejected => NotAProblem + WrongCause + WrongWording;

    /// <summary>Cards of which it is known.</summary>
    public int Known => Held + Wrong;

    /// <summary>
    /// What a card's worth is multiplied by when open cards are ranked: how likely such a card is right (the mean of its Beta
    /// posterior), over what it is without any card. 1 says nothing, 0.5 halves it, 1.25 is the most.
    /// </summary>
    public double Factor => (RightBefore + Held) / (RightBefore + WrongBefore + Known) * (RightBefore + WrongBefore) / RightBefore;
}
