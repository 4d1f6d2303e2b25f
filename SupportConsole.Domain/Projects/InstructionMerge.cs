namespace SupportConsole.Domain.Projects;

/// <summary>Puts two people's changes of the same instructions together, section by section.</summary>
public static class InstructionMerge
{
    /// <summary>
    /// <paramref name="mine"/> with what <paramref name="theirs"/> changed since <paramref name="common"/>; null when both
    /// changed the same section, so that a person has to choose.
    /// </summary>
    public static string? Combine(string common, string mine, string theirs)
    {
        var (start, own, other) = (InstructionText.Parse(common), InstructionText.Parse(mine), InstructionText.Parse(theirs));
        var names = start.Sections.Concat(other.Sections).Select(section => section.Name).Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            var (was, becomes, here) = (start.Section(name), other.Section(name), own.Section(name));
            if (was == becomes || here == becomes)
            {
                continue;
            }

            if (here != was)
            {
                return null;
            }

            own = own.With(name, becomes);
        }

        return own.ToString();
    }
}
