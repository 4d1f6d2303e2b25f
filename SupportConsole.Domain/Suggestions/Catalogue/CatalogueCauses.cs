using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Detection.Detectors;

namespace SupportConsole.Domain.Suggestions.Catalogue;

/// <summary>What is known of a cause whatever its entry says: who finds it, and which words of a project its texts can hold.</summary>
public static class CatalogueCauses
{
    private const string Several = "several";

    /// <summary>The detector that names it.</summary>
    public static string Detector(string cause) => Family(cause) switch
    {
        "success" => LowSuccessRate.DetectorName,
        "missing" => MissingData.DetectorName,
        "hang_up" => HangUps.DetectorName,
        var family => family,
    };

    /// <summary>Whether it is always about one capture field.</summary>
    public static bool IsOfField(string cause) => Family(cause) == "missing" || cause == "hang_up.at_field";

    /// <summary>The placeholders that a text in this language can hold, without their braces.</summary>
    public static IReadOnlyList<string> Placeholders(string cause, string language)
    {
        List<string> names = ["project"];
        if (IsOfField(cause))
        {
            names.Add("label");
        }

        if (Family(cause) == Timing.DetectorName)
        {
            names.AddRange([$"when.{language}", "inside", "outside"]);
        }

        return names;
    }

    /// <summary>The fact without which its changes say nothing; they are then left out.</summary>
    public static string? Needs(string cause) => Family(cause) switch
    {
        BestPractice.DetectorName when cause != $"{BestPractice.DetectorName}.{Several}" => cause[(BestPractice.DetectorName.Length + 1)..],
        Timing.DetectorName => "when.en",
        _ => null,
    };

    /// <summary>Facts such as its detector would find, for a project in which it found none.</summary>
    public static Dictionary<string, string> Example(string cause) => Family(cause) switch
    {
        Timing.DetectorName => new()
        {
            ["when.en"] = CallingWindow.OfHours[^1].Words(dutch: false),
            ["when.nl"] = CallingWindow.OfHours[^1].Words(dutch: true),
            ["inside"] = "61",
            ["outside"] = "38",
        },
        BestPractice.DetectorName => Practices.All.ToDictionary(practice => practice, _ => ""),
        _ => [],
    };

    private static string Family(string cause) => cause.Split('.', 2)[0];
}
