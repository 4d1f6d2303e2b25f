using SupportConsole.Domain.Data.Demo.Agent;
using SupportConsole.Domain.Data.Demo.Callers;
using SupportConsole.Domain.Data.Demo.Stories;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Catalogue;

namespace SupportConsole.Tests.Demo;

public sealed class CallSimulatorTests
{
    private const int Calls = 2_000;

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly DemoStories _stories = new();

    public static TheoryData<string> Stories => new(new DemoStories().All.Select(story => story.ExternalId));

    [Fact]
    public void PriceCard_Accepted_LiftsWhatIsCaptured()
    {
        var story = _stories.Find("car-finance-checker")!;
        var shortened = InstructionText.Parse(story.Instructions).With(story.Edits[0].Section, story.Edits[0].Text);

        var before = Run(story, shortened);
        var after = Run(story, Accept("missing.not_confirmed", story, shortened, "target_price"));

        before.Captured("target_price").ShouldBeInRange(0.3, 0.5);
        (after.Captured("target_price") - before.Captured("target_price")).ShouldBeGreaterThan(0.35);
        after.Captured("full_name").ShouldBe(before.Captured("full_name"), 0.03);
    }

    [Fact]
    public void OpeningCard_Accepted_KeepsCustomersOnTheLine()
    {
        var story = _stories.Find("boiler-cover-renewals")!;
        var abrupt = InstructionText.Parse(story.Instructions).With(story.Edits[0].Section, story.Edits[0].Text);

        var before = Run(story, abrupt);
        var after = Run(story, Accept("success.early_hang_up", story, abrupt));

        before.Success.ShouldBeLessThan(0.4);
        (after.Success - before.Success).ShouldBeGreaterThan(0.3);
    }

    [Fact]
    public void QuestionNeverAsked_AddedInDutch_IsAnswered()
    {
        var story = _stories.Find("energie-overstap")!;
        var text = InstructionText.Parse(story.Instructions);

        Run(story, text).Captured("huidige_leverancier").ShouldBeLessThan(0.15);
        Run(story, Accept("missing.not_asked", story, text, "huidige_leverancier")).Captured("huidige_leverancier").ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void UselessCard_Accepted_ChangesNothing()
    {
        var story = _stories.Find("trial-follow-up")!;
        var text = InstructionText.Parse(story.Instructions);

        var before = Run(story, text);
        var after = Run(story, Accept("success.late_hang_up", story, text));

        before.Success.ShouldBeLessThan(0.4);
        after.Success.ShouldBe(before.Success, 0.03);
    }

    [Fact]
    public void TrueCause_FoundByAPerson_Helps()
    {
        var story = _stories.Find("trial-follow-up")!;
        var text = InstructionText.Parse(story.Instructions);

        var after = Run(story, text.With("Sign-in", "First ask whether they were able to sign in. If not, send a new sign-in link while you talk."));

        (after.Success - Run(story, text).Success).ShouldBeGreaterThan(0.3);
    }

    [Fact]
    public void Afternoon_InsteadOfMorning_IsAnswered()
    {
        var story = _stories.Find("tandarts-herinnering")!;
        var text = InstructionText.Parse(story.Instructions);

        (Run(story, text, hour: 15).Success - Run(story, text, hour: 9).Success).ShouldBeGreaterThan(0.4);
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Transcripts_OfEveryStory_ShowTheCausesThatAreThere(string id)
    {
        var story = _stories.Find(id)!;
        var run = Run(story, InstructionText.Parse(story.Instructions));

        run.Ended.ShouldAllBe(call => call.Transcript!.Count > 0 && !call.Transcript.Any(line => line.Text!.Contains('{')));
        run.Ended.ShouldAllBe(call => !call.Check(Start).Any);
        run.Ended.Select(call => string.Join('\n', call.Transcript!.Select(line => line.Text))).Where(text => text.Length > 150).Distinct().Count()
            .ShouldBeGreaterThan(Calls / 2, "calls must not all read the same");
        foreach (var field in story.FirstFields.Where(field => run.Traits.Fields[field.Key].Asked))
        {
            run.Missing(field).GetValueOrDefault(MissingCause.NotAsked).ShouldBe(0, $"{field.Key} is asked for in every call");
        }

        foreach (var field in story.FirstFields.Where(field => !run.Traits.Fields[field.Key].Asked))
        {
            run.Missing(field).Keys.ShouldBe([MissingCause.NotAsked]);
        }
    }

    [Fact]
    public void Call_WithTheSameId_IsTheSameCall()
    {
        var story = _stories.All[0];
        var text = InstructionText.Parse(story.Instructions);

        Run(story, text).Ended[7].Transcript.ShouldBe(Run(story, text).Ended[7].Transcript);
    }

    private static InstructionText Accept(string cause, DemoStory story, InstructionText text, string? field = null)
    {
        var facts = new Dictionary<string, string> { ["project"] = story.Name, ["hours"] = "14:00-18:00", ["label"] = story.Field(field ?? "")?.Label ?? "" };
        return InstructionChange.Apply(
            text, ChangeCatalogue.Changes(new ChangeCatalogue().Find(cause)!, story.Language, text, story.Field(field ?? "")?.Capture, facts));
    }

    private SimulatedCalls Run(DemoStory story, InstructionText text, int hour = 14)
    {
        var fields = story.FirstFields;
        var traits = AgentTraits.Read(text.ToString(), fields);
        var simulator = new CallSimulator(_stories, new CallerModel(_stories));
        return new SimulatedCalls(
            traits, [.. Enumerable.Range(0, Calls).Select(i => simulator.Call(story, fields, traits, 1, $"call-{i}", Start, hour))]);
    }

    private sealed record SimulatedCalls(AgentTraits Traits, List<CallEnded> Ended)
    {
        private List<CallEnded> Completed => [.. Ended.Where(call => call.Status == CallStatus.Completed)];

        public double Success => (double)Completed.Count / Ended.Count;

        public double Captured(string field) => (double)Completed.Count(call => call.Fields!.ContainsKey(field)) / Completed.Count;

        /// <summary>Why the field is missing, as the product reads it from the transcripts.</summary>
        public Dictionary<string, int> Missing(CaptureField field) =>
            Completed.Where(call => !call.Fields!.ContainsKey(field.Key)).CountBy(call => MissingCause.Of(Row(call), field)).ToDictionary();

        private static Call Row(CallEnded call) => new()
        {
            Source = "test",
            ExternalId = call.CallId!,
            ProjectId = 1,
            Status = call.Status!.Value,
            StartedAt = call.StartedAt!.Value.UtcDateTime,
            DurationSeconds = 60,
            ReceivedAt = default,
            Transcript = [.. call.Transcript!.Select(line => new TranscriptLine(line.Role!.Value, line.Text!, line.AtMs ?? 0))],
        };
    }
}
