namespace SupportConsole.Domain.Data.Demo.Stories;

/// <summary>Reads the stories and lines that are built into the assembly.</summary>
public sealed class DemoStories
{
    private const string Folder = "SupportConsole.Domain.Data.Demo.Stories.";

    private static readonly string[] Names =
        ["car-finance-checker", "boiler-cover-renewals", "energie-overstap", "trial-follow-up", "tandarts-herinnering", "delivery-feedback"];

    private readonly Dictionary<string, DemoLines> _lines = new()
    {
        ["en"] = JsonColumn.Read<DemoLines>(Text("lines.en.json")),
        ["nl"] = JsonColumn.Read<DemoLines>(Text("lines.nl.json")),
    };

    public IReadOnlyList<DemoStory> All { get; } =
        [.. Names.Select(name => JsonColumn.Read<DemoStory>(Text(name + ".json")) with { ExternalId = name, Instructions = Text(name + ".md") })];

    public DemoStory? Find(string externalId) => All.FirstOrDefault(story => story.ExternalId == externalId);

    public DemoLines Lines(string language) => _lines[language];

    private static string Text(string name)
    {
        using var stream = typeof(DemoStories).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"The demo's {name} is not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
