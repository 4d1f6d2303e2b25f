using SupportConsole.Domain.Data.Demo.Agent;
using SupportConsole.Domain.Data.Demo.Stories;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Data.Demo.Callers;

/// <summary>One simulated call, as the phone platform would report it. The same id gives the same call.</summary>
public sealed class CallSimulator(DemoStories stories, CallerModel callers)
{
    /// <summary>Seconds that a phone rings before it counts as not answered.</summary>
    private const int RingSeconds = 28;

    /// <summary>A call that ends in the opening is over before this; <see cref="FailureCause"/> draws its line at 30.</summary>
    private const double OpeningSeconds = 26;

    /// <summary>Whoever leaves halfway has heard more than the opening.</summary>
    private const int HalfwaySeconds = 34;

    public CallEnded Call(
        DemoStory story, IReadOnlyList<CaptureField> fields, AgentTraits traits, int version, string callId, DateTimeOffset startedAt, int hour)
    {
        var random = Drawing.For(callId);
        var known = fields.Select(field => story.Field(field.Key) ?? DemoField.Unknown(field, story.Language)).ToList();
        var plan = callers.Draw(story, known, traits, hour, random);
        var words = new TranscriptWriter(story, stories.Lines(story.Language), traits, random).Write(plan);
        var spoken = words.Count == 0 ? 0 : words[^1].AtMs!.Value / 1000.0;
        var seconds = plan.Turn switch
        {
            CallTurn.NobodyAnswers => RingSeconds + random.Next(8),
            CallTurn.LeavesEarly => Math.Min(OpeningSeconds, spoken + 1),
            CallTurn.LeavesHalfway => Math.Max(spoken + 2, HalfwaySeconds + random.Next(25)),
            _ => spoken + 2 + random.Next(4),
        };
        return new CallEnded(
            callId, story.ExternalId, version, "cust-" + random.Next(100_000, 999_999),
            plan.Turn == CallTurn.Completed ? CallStatus.Completed : CallStatus.Failed,
            Reason(plan.Turn, stories.Lines(story.Language), words, random), EndedBy(plan.Turn, random), startedAt, Math.Round(seconds),
            plan.Turn == CallTurn.Completed || plan.Turn == CallTurn.LeavesHalfway
                ? plan.Fields.Where(field => field.Noted).ToDictionary(field => field.Field.Key, field => field.Given)
                : [],
            words);
    }

    private static string? Reason(CallTurn turn, DemoLines lines, List<CallEnded.Line> words, Random random) => turn switch
    {
        CallTurn.Completed => null,
        CallTurn.NobodyAnswers => lines.Unanswered.First(way => way.Heard == words[0].Text).Reason,
        CallTurn.Refuses => lines.RefusalReason,
        CallTurn.FailsOtherwise => random.Of(lines.OtherReasons),
        _ => "hung_up",
    };

    private static CallEnding EndedBy(CallTurn turn, Random random) => turn switch
    {
        CallTurn.NobodyAnswers => CallEnding.System,
        CallTurn.LeavesEarly or CallTurn.LeavesHalfway => CallEnding.Customer,
        CallTurn.Completed => random.Chance(0.35) ? CallEnding.Customer : CallEnding.Agent,
        _ => CallEnding.Agent,
    };
}
