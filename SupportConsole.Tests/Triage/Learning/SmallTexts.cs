using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Tests.Triage.Learning;

/// <summary>Messages put together from a few hand-written parts, so that a model trains in a moment. The same seed gives the same messages.</summary>
internal static class SmallTexts
{
    private static readonly Dictionary<string, string[]> Parts = new()
    {
        ["refund"] = ["I want my money back", "please refund the double charge", "when do I get the refund", "you charged me twice"],
        ["login"] = ["I cannot sign in", "my password does not work", "the login page refuses me", "reset my password"],
        ["delivery"] = ["my parcel has not arrived", "where is the package", "the delivery is late", "track my shipment"],
        ["cancel"] = ["cancel my subscription", "I want to stop the plan", "end my contract", "close my account"],
    };

    private static readonly string[] Openings = ["Hello,", "Hi there,", "Good morning,", "", "Quick question:", "Sorry to bother you,"];
    private static readonly string[] Closings = ["please help", "thanks", "since yesterday", "it is the third time", "asap", ""];
    private static readonly string[] Strange = ["who won the match", "sing me a song", "what is the weather in Rome", "tell a joke about cats", "translate bread"];

    public static IReadOnlyList<string> Labels { get; } = [.. Parts.Keys];

    /// <param name="confusion">The share of messages whose label is drawn by chance: no model can get these right.</param>
    public static TrainingTexts Make(int count, int seed, double confusion = 0)
    {
        var random = new Random(seed);
        var (texts, labels) = (new List<string>(), new List<string>());
        for (var i = 0; i < count; i++)
        {
            var label = Labels[random.Next(Labels.Count)];
            texts.Add($"{Pick(random, Openings)} {Pick(random, Parts[label])} {Pick(random, Closings)} {random.Next(1000)}");
            labels.Add(random.NextDouble() < confusion ? Labels[random.Next(Labels.Count)] : label);
        }

        return new TrainingTexts(texts, labels);
    }

    public static IReadOnlyList<string> Strangers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => $"{Pick(random, Openings)} {Pick(random, Strange)} {random.Next(1000)}")];
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
