using SupportConsole.Domain.Projects;

namespace SupportConsole.Tests.Projects;

public sealed class InstructionMergeTests
{
    private const string Common = "Be friendly.\n\n## Opening\nSay hello.\n\n## Price\nAsk the price.\n";

    [Fact]
    public void Combine_ChangesOfDifferentSections_HoldsBoth() =>
        InstructionMerge.Combine(Common, Common.Replace("hello", "good morning"), Common.Replace("Ask the", "Ask for the"))
            .ShouldBe("Be friendly.\n\n## Opening\nSay good morning.\n\n## Price\nAsk for the price.\n");

    [Fact]
    public void Combine_TheirNewAndRemovedSections_ComeAlong() =>
        InstructionMerge.Combine(Common, Common.Replace("hello", "hi"), "Be friendly.\n\n## Opening\nSay hello.\n\n## Closing\nSay goodbye.\n")
            .ShouldBe("Be friendly.\n\n## Opening\nSay hi.\n\n## Closing\nSay goodbye.\n");

    /// <summary>Half of each person's sentence would be instructions that nobody wrote.</summary>
    [Fact]
    public void Combine_TwoChangesOfOneSection_LeavesItToAPerson() =>
        InstructionMerge.Combine(Common, Common.Replace("hello", "hi"), Common.Replace("hello", "good day")).ShouldBeNull();

    [Fact]
    public void Combine_TheSameChangeTwice_IsThatChange() =>
        InstructionMerge.Combine(Common, Common.Replace("hello", "hi"), Common.Replace("hello", "hi")).ShouldBe(Common.Replace("hello", "hi"));
}
