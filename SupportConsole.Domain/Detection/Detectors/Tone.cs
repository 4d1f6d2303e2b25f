using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Detection.Detectors;

/// <summary>
/// Customers who say something about how they are spoken to, in too many of the calls in which they spoke. The cause is what most of
/// them say. Where no such call failed there is nothing for a change to bring back, and so no card.
/// </summary>
public sealed class Tone : ICallDetector
{
    public const string DetectorName = "tone";

    public string Name => DetectorName;

    public IEnumerable<Finding> Find(ProjectSnapshot snapshot, DetectionOptions options)
    {
        var totals = snapshot.Totals;
        var reactions = totals.ToneReactions;
        var conversations = reactions.Sum(reaction => reaction.Count);
        List<CauseCount> kinds = [.. reactions.Where(reaction => reaction.Cause != ToneReaction.None)];
        var reacted = new Rate(kinds.Sum(kind => kind.Count), conversations);
        var certainty = 1 - reacted.ProbabilityBelow(options.ToneShare);
        if (conversations < options.MinimumCalls || certainty < options.Certainty || kinds is not [var main, ..] || totals.LostToTone(main.Cause) is not (> 0 and var lost))
        {
            yield break;
        }

        yield return new Finding(
            Name, Metric.SuccessRate, $"tone.{main.Cause}", null, totals.Completed, totals.Calls, lost, options.ToneShare, certainty, kinds)
        {
            Problem = DetectorName,
        };
    }
}
