using SupportConsole.Domain.Detection;

namespace SupportConsole.Domain.Suggestions.Impact;

/// <summary>How well the console's own promises turned out over a period: counts only, so that a page can show each share with both its numbers.</summary>
/// <param name="TakenBack">Of the accepted ones, those undone whose promise had not held.</param>
/// <param name="NotAProblem">Of the rejected ones, those rejected because there was no problem; the next two for another reason.</param>
/// <param name="MedianToAccept">From made to accepted; null when none was accepted.</param>
/// <param name="Projects">Active projects.</param>
/// <param name="Months">Months of 30 days looked at, of which the workspace has been there; at least one.</param>
/// <param name="ClaimedMinutes">Minutes a month that the cards with a verdict on enough calls promised to save.</param>
/// <param name="Success">What judged cards about the success rate changed it by, in points; those still in force and those undone.</param>
/// <param name="BroughtMinutes">What those still in force save by their measured effect; one that was undone brings nothing.</param>
public sealed record ImpactScore(
    int Held, int NotHeld, int SideEffects, int TooLittleData, int Accepted, int TakenBack, int Rejected, int NotAProblem, int WrongCause, int WrongWording, TimeSpan? MedianToAccept,
    int Made, int Projects, double Months, double ClaimedMinutes, double BroughtMinutes, MeanGain Success)
{
    public int Judged => Held + NotHeld + SideEffects + TooLittleData;

    /// <summary>Promises that held, of those that held or did not.</summary>
    public Rate Accuracy => new(Held, Held + NotHeld);

    /// <summary>Cards that people accepted and did not take back before their promise held, of those they accepted or rejected.</summary>
    public Rate Acceptance => new(Accepted - TakenBack, Accepted + Rejected);

    /// <summary>Cards that were wrong (not held, or rejected as no problem), of those of which it is known.</summary>
    public Rate FalsePositives => new(NotHeld + NotAProblem, Held + NotHeld + SideEffects + NotAProblem);

    /// <summary>
    /// Cards that named a real problem by its right cause, of those of which people said so: who accepted one, or only disliked its
    /// words, took the problem and the cause for right. "Not now" and "other" say nothing of either, nor does one that was undone before
    /// its promise held: who took it back no longer says that it was right, and not that it was wrong.
    /// </summary>
    public Rate Detection => new(Accepted - TakenBack + WrongWording, Accepted - TakenBack + WrongWording + NotAProblem + WrongCause);

    public double CardsPerProjectAndMonth => Projects == 0 ? 0 : Made / (double)Projects / Months;
}
