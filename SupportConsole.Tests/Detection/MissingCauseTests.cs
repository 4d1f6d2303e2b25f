using Shouldly;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Tests.Detection;

public sealed class MissingCauseTests
{
    private static readonly CaptureField Price = new("monthly_price", "monthly price");

    [Theory]
    [InlineData("How are you today?", "Fine, thank you very much.", MissingCause.NotAsked)]
    [InlineData("What monthly price do you have in mind?", "About 250.", MissingCause.NotConfirmed)]
    [InlineData("What monthly price do you have in mind?", "Something around two hundred.", MissingCause.NotConfirmed)]
    [InlineData("What monthly price do you have in mind?", "No idea.", MissingCause.NotAnswered)]
    [InlineData("We surprised everybody.", "Really?", MissingCause.NotAsked)]
    public void Cause_FromWhatWasSaid_IsToldApart(string agent, string customer, string cause) =>
        MissingCause.Of(Call([new(Speaker.Agent, agent, 0), new(Speaker.Customer, customer, 3000)]), Price).ShouldBe(cause);

    [Fact]
    public void Cause_WithoutTranscript_IsUnknown() =>
        MissingCause.Of(Call([]), Price).ShouldBe(MissingCause.Unknown);

    [Theory]
    [InlineData("no-answer", CallEnding.System, 20, FailureCause.NoAnswer)]
    [InlineData("Voicemail reached", null, 20, FailureCause.NoAnswer)]
    [InlineData("customer not interested", CallEnding.Customer, 90, FailureCause.NotInterested)]
    [InlineData("hung_up", CallEnding.Customer, 12, FailureCause.EarlyHangUp)]
    [InlineData(null, CallEnding.Customer, 120, FailureCause.LateHangUp)]
    [InlineData("sip 503", CallEnding.System, 1, FailureCause.Other)]
    public void FailureCause_FromReasonAndEnding_IsToldApart(string? reason, CallEnding? endedBy, int seconds, string cause) =>
        FailureCause.Of(Call([], reason, endedBy, seconds)).ShouldBe(cause);

    private static Call Call(List<TranscriptLine> transcript, string? reason = null, CallEnding? endedBy = null, int seconds = 60) => new()
    {
        Source = "test",
        ExternalId = "1",
        ProjectId = 1,
        Status = CallStatus.Failed,
        FailureReason = reason,
        EndedBy = endedBy,
        StartedAt = default,
        DurationSeconds = seconds,
        ReceivedAt = default,
        Transcript = transcript,
    };
}
