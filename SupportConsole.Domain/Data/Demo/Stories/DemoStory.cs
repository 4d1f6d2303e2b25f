using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Data.Demo.Stories;

/// <summary>One invented project: its agent, its customers with their hidden causes, and what people did to it before today.</summary>
/// <param name="Share">Its part of the live calls, against the other projects'.</param>
/// <param name="CallsPerDay">Calls on a working day of its history.</param>
/// <param name="StartsDaysAgo">When its history begins.</param>
public sealed record DemoStory(
    string ExternalId, string Name, string Industry, string Language, double Share, int CallsPerDay, int StartsDaysAgo,
    IReadOnlyList<DemoField> Fields, CallOdds Odds, StoryLines Lines, IReadOnlyList<StoryEdit> Edits, IReadOnlyList<StoryDecision> Decisions)
{
    /// <summary>The first instructions; they stand in a Markdown file beside the story.</summary>
    public string Instructions { get; init; } = "";

    /// <summary>The fields that the project has from its first day.</summary>
    public IReadOnlyList<CaptureField> FirstFields => [.. Fields.Where(one => !one.AddedByEdit).Select(one => one.Capture)];

    public DemoField? Field(string key) => Fields.FirstOrDefault(field => field.Key == key);
}

/// <summary>The lines that only this project's calls hold; the others stand in lines.en.json and lines.nl.json.</summary>
/// <param name="FullOpening">Who and why, without the question about the moment.</param>
/// <param name="AbruptOpening">Straight to business.</param>
/// <param name="Explain">Why a value is needed; holds {label}.</param>
/// <param name="Late">What customers say who leave halfway.</param>
public sealed record StoryLines(
    IReadOnlyList<string> FullOpening, IReadOnlyList<string> AbruptOpening, IReadOnlyList<string> Explain, IReadOnlyList<string> Late,
    IReadOnlyList<string> NotInterested, IReadOnlyList<string> Benefit, IReadOnlyList<string> Closing);

/// <summary>A change that a person made by hand, so many days ago.</summary>
/// <param name="Section">The section that got <paramref name="Text"/>.</param>
/// <param name="AddsFields">Keys of the fields that were added to the project with it.</param>
public sealed record StoryEdit(int DaysAgo, string Section, string Text, string Why, IReadOnlyList<string>? AddsFields = null);
