using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Triage.Models;

/// <summary>Why the labelled texts cannot be trained on. The page and the run ask the same, so that no button leads to a refusal.</summary>
public enum TrainingHurdle
{
    None,

    /// <summary>Too few texts, fewer than two labels to learn, or none to judge by.</summary>
    TooFew,

    TooManyLabels,
}

public static class TrainingHurdles
{
    /// <param name="labels">Labels that have texts to learn from; <see cref="LearningOptions.OutOfScope"/> is none.</param>
    /// <param name="least"><see cref="TrainingOptions.LeastTexts"/>.</param>
    public static TrainingHurdle Of(int texts, int heldOut, int labels, int least) =>
        texts < least || labels < 2 || heldOut == 0 ? TrainingHurdle.TooFew : labels > TextModelTraining.MostLabels ? TrainingHurdle.TooManyLabels : TrainingHurdle.None;
}
