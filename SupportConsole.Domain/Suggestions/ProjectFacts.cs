using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Suggestions;

/// <summary>What the catalogue's texts are filled with, from the project and what was found in its calls.</summary>
public static class ProjectFacts
{
    public static Dictionary<string, string> Of(ProjectSnapshot snapshot, Finding finding)
    {
        var facts = new Dictionary<string, string>(finding.Facts) { ["project"] = snapshot.Project.Name };
        if (finding.Field is { } field)
        {
            facts["label"] = Label(field);
        }

        if (finding.ReadFromText)
        {
            // Read again: the instructions may have gained some of them since the card was made.
            var found = finding.Causes.Select(cause => cause.Cause);
            foreach (var practice in Practices.Lacking(snapshot.Instructions, snapshot.Project.CaptureFields).Intersect(found))
            {
                facts[practice] = "";
            }
        }

        return facts;
    }

    /// <summary>What people call the field.</summary>
    public static string Label(CaptureField field) => string.IsNullOrWhiteSpace(field.Label) ? field.Key.Replace('_', ' ') : field.Label;
}
