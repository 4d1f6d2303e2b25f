using System.Globalization;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Data.Demo.Stories;

/// <summary>One field of an invented project, and how its customers and its agent deal with it.</summary>
/// <param name="Answered">Chance (0..1) that a customer who is asked answers.</param>
/// <param name="AnsweredExplained">The same when the agent says why it is needed or offers a choice.</param>
/// <param name="Noted">Chance that an answer ends up in the fields when it is not repeated back.</param>
/// <param name="Volunteered">Chance that a customer gives it without being asked.</param>
/// <param name="Questions">How the agent asks; each names the field.</param>
public sealed record DemoField(
    string Key, string Label, double Answered, double AnsweredExplained, double Noted, double Volunteered, DemoValues Values,
    IReadOnlyList<string> Questions, IReadOnlyList<string> Answers, IReadOnlyList<string> Declines, bool Required = true, bool AddedByEdit = false)
{
    public CaptureField Capture => new(Key, Label, Required);

    /// <summary>A field that somebody added to a demo project: customers have plain answers to it.</summary>
    public static DemoField Unknown(CaptureField field, string language)
    {
        var label = string.IsNullOrWhiteSpace(field.Label) ? field.Key.Replace('_', ' ') : field.Label;
        var dutch = language == "nl";
        return new DemoField(
            field.Key, label, 0.85, 0.9, 0.6, 0.05,
            new DemoValues(Of: dutch ? ["ja", "nee", "de eerste", "de tweede", "later dit jaar"] : ["yes", "no", "the first one", "the second one", "later this year"]),
            [dutch ? $"Wat is uw {label}?" : $"What is your {label}?", dutch ? $"Mag ik uw {label}?" : $"Can you tell me your {label}?"],
            dutch ? ["Doe maar {v}.", "Dat is {v}."] : ["I would say {v}.", "That would be {v}."],
            dutch ? ["Dat weet ik zo niet."] : ["I don't know that right now."],
            field.Required);
    }
}

/// <summary>Where a field's values come from: a list, a range of figures, or names of people.</summary>
public sealed record DemoValues(IReadOnlyList<string>? Of = null, int From = 0, int To = 0, int Step = 1, string Format = "{0}", bool Names = false)
{
    public string Draw(Random random, DemoLines lines) =>
        Names ? $"{random.Of(lines.FirstNames)} {random.Of(lines.LastNames)}"
        : Of is { Count: > 0 } ? random.Of(Of)
        : string.Format(CultureInfo.InvariantCulture, Format, From + random.Next((To - From) / Step + 1) * Step);
}
