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
    [InlineData("What monthly price do you have in mind?", "I'd rather not say that over the phone.", MissingCause.NotAnswered)]
    [InlineData("What monthly price do you have in mind?", "I don't know that by heart.", MissingCause.NotAnswered)]
    [InlineData("Welke monthly price heeft u in gedachten?", "Dat weet ik zo even niet.", MissingCause.NotAnswered)]
    [InlineData("What monthly price do you have in mind?", "Why do you want to know?", MissingCause.NotAnswered)]
    [InlineData("What monthly price do you have in mind?", "Twohundred.", MissingCause.NotConfirmed)]
    [InlineData("There is a monthly price on your letter. What does it say?", "It says 210.", MissingCause.NotConfirmed)]
    [InlineData("I am calling about the monthly price you saw. Is this a good moment?", "Yes, that is fine, go ahead.", MissingCause.NotAsked)]
    public void Cause_FromWhatWasSaid_IsToldApart(string agent, string customer, string cause) =>
        MissingCause.Of(Call([new(Speaker.Agent, agent, 0), new(Speaker.Customer, customer, 3000)]), Price).ShouldBe(cause);

    [Fact]
    public void Cause_LabelWithCommonWords_IsNotFoundInEverySentence() =>
        MissingCause.Of(
            Call([new(Speaker.Agent, "What can I do for you?", 0), new(Speaker.Customer, "I have a question about the invoice.", 3000)]),
            new CaptureField("price", "the price you have in mind")).ShouldBe(MissingCause.NotAsked);

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
