using SupportConsole.Domain.Data.Demo.Stories;

namespace SupportConsole.Domain.Data.Demo.Callers;

/// <summary>How a simulated call goes, before it is put into words.</summary>
/// <param name="Fields">What happens with each field, in the order in which they come up; empty when it does not get that far.</param>
public sealed record CallPlan(CallTurn Turn, IReadOnlyList<FieldPlan> Fields);

public enum CallTurn
{
    Completed,
    NobodyAnswers,
    LeavesEarly,
    Refuses,
    LeavesHalfway,
    FailsOtherwise,
}

/// <summary>What happens with one field.</summary>
/// <param name="Given">The value the customer says, if they say one.</param>
/// <param name="Noted">Whether it ends up in the call's fields.</param>
/// <param name="OnSecondTry">Whether it only comes up at the end, when the agent asks once more.</param>
public sealed record FieldPlan(DemoField Field, bool Asked, bool Confirmed, bool Explained, string? Given, bool Noted, bool OnSecondTry);
