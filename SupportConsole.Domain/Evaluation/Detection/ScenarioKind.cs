namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>What a simulated project is there to try.</summary>
public enum ScenarioKind
{
    /// <summary>Nothing is wrong: every card is a false one.</summary>
    Healthy,

    /// <summary>Nothing is wrong, but some days of the week go worse than others.</summary>
    WeeklyRhythm,

    /// <summary>Too few calls for anybody to know: every card is a false one.</summary>
    SmallSample,

    /// <summary>Something is wrong from the first call on.</summary>
    Problem,

    /// <summary>Something goes wrong after some healthy weeks, on the same instructions.</summary>
    Drift,

    /// <summary>Something is wrong, and calls of the old version come in for hours after the change.</summary>
    InFlight,

    /// <summary>Two things are wrong from the first call on, and one version mends both.</summary>
    TwoProblems,
}
