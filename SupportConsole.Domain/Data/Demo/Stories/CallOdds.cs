namespace SupportConsole.Domain.Data.Demo.Stories;

/// <summary>The hidden causes: what the customers of one project do, as chances (0..1). Nothing in the console reads them.</summary>
/// <param name="Unanswered">Steps [from hour, chance] through the day, in the workspace's zone.</param>
/// <param name="Dialled">Steps [from hour, weight]: when its calls were placed before anybody told it otherwise.</param>
/// <param name="Early">Leaves in the opening although it is a good one.</param>
/// <param name="Abrupt">Leaves in an opening that names neither caller nor reason and asks nothing.</param>
/// <param name="Late">Leaves halfway.</param>
/// <param name="LateCured">Share of those who stay when told what is left.</param>
/// <param name="LateCure">Words that, in the instructions, keep most of them: the true cause, for a person to find.</param>
/// <param name="NotInterested">Refuses.</param>
/// <param name="Other">Fails for reasons nobody can help.</param>
public sealed record CallOdds(
    IReadOnlyList<double[]> Unanswered, IReadOnlyList<double[]> Dialled, double Early, double Abrupt, double Late, double LateCured,
    IReadOnlyList<string>? LateCure, double NotInterested, double Other)
{
    public double UnansweredAt(int hour) => At(Unanswered, hour);

    public double DialledAt(int hour) => At(Dialled, hour);

    /// <summary>The step that holds at the hour; before the first one the last one does, since night follows evening.</summary>
    private static double At(IReadOnlyList<double[]> steps, int hour) =>
        (steps.LastOrDefault(step => step[0] <= hour) ?? steps[^1])[1];
}
