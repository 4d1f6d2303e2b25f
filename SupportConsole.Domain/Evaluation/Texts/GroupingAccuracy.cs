namespace SupportConsole.Domain.Evaluation.Texts;

/// <summary>How right lines are grouped: a line is right when its group holds exactly the lines that its true group holds (Zhu and others, 2019).</summary>
public static class GroupingAccuracy
{
    public static double Of(IReadOnlyList<string> truth, IReadOnlyList<string> groups)
    {
        var sizes = groups.CountBy(group => group).ToDictionary(StringComparer.Ordinal);
        var right = truth.Zip(groups)
            .GroupBy(line => line.First)
            .Select(lines => (Lines: lines.Count(), Groups: lines.Select(line => line.Second).Distinct().ToList()))
            .Where(found => found.Groups is [var only] && sizes[only] == found.Lines)
            .Sum(found => found.Lines);
        return truth.Count == 0 ? 0 : (double)right / truth.Count;
    }
}
