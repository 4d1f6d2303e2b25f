namespace SupportConsole.Domain.Data.Demo.Stories;

/// <summary>What is said in every project's calls, in one language.</summary>
public sealed record DemoLines(
    IReadOnlyList<string> FirstNames, IReadOnlyList<string> LastNames, IReadOnlyList<UnansweredCall> Unanswered, string RefusalReason,
    IReadOnlyList<string> Moment, IReadOnlyList<string> GoAhead, IReadOnlyList<string> Hello, IReadOnlyList<string> LeaveEarly, IReadOnlyList<string> NotNow,
    IReadOnlyList<string> Acknowledge, IReadOnlyList<string> Confirm, IReadOnlyList<string> Yes, IReadOnlyList<string> Left, IReadOnlyList<string> LastOne,
    IReadOnlyList<string> AskAgain, IReadOnlyList<string> AcceptDecline, IReadOnlyList<string> Volunteer, IReadOnlyList<string> AskRefusal,
    IReadOnlyList<string> AcceptRefusal, IReadOnlyList<string> Other, IReadOnlyList<string> OtherReasons, IReadOnlyList<string> Bye);

/// <summary>One way in which nobody answers: what is heard, and how the phone platform reports it.</summary>
public sealed record UnansweredCall(string Heard, string Reason);
