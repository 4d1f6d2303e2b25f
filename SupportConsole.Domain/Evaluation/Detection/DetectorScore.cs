namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>How right the cards of one detector were, and how many of the problems that are its own to name it named.</summary>
public sealed class DetectorScore
{
    /// <summary>Detectors by the first word of the causes that they name.</summary>
    private static readonly Dictionary<string, string> Naming = new()
    {
        ["success"] = Domain.Detection.Detectors.LowSuccessRate.DetectorName,
        ["hang_up"] = Domain.Detection.Detectors.HangUps.DetectorName,
        ["missing"] = Domain.Detection.Detectors.MissingData.DetectorName,
        ["timing"] = Domain.Detection.Detectors.Timing.DetectorName,
        ["tone"] = Domain.Detection.Detectors.Tone.DetectorName,
    };

    private int _true, _rightCause, _named;

    public int Cards { get; private set; }

    /// <summary>Its cards that stood on a problem that was there, of all its cards.</summary>
    public double? Precision => DetectionScore.Share(_true, Cards);

    /// <summary>Its cards that named the cause, of those that stood on a real problem.</summary>
    public double? RightCause => DetectionScore.Share(_rightCause, _true);

    /// <summary>The problems whose plainest name it gives.</summary>
    public int Problems { get; private set; }

    /// <summary>Those of them that a card of its own named, of all of them.</summary>
    public double? Recall => DetectionScore.Share(_named, Problems);

    /// <summary>The detector that is to name it; null when none is known to.</summary>
    public static string? Of(TrueProblem problem) => Naming.GetValueOrDefault(problem.Causes[0].Split('.')[0]);

    public void AddCard(bool isTrue, bool isNamed)
    {
        Cards++;
        _true += isTrue ? 1 : 0;
        _rightCause += isNamed ? 1 : 0;
    }

    public void AddProblem(bool isNamed)
    {
        Problems++;
        _named += isNamed ? 1 : 0;
    }
}
