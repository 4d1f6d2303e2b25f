using SupportConsole.Domain.Projects;

namespace SupportConsole.Tests.Projects;

public sealed class HangUpPointTests
{
    private static readonly CaptureField[] Fields = [new("price", "price"), new("postcode", "postcode")];

    [Theory]
    [InlineData("opening", "A:Hello, this is Ella, about your quote. Is this a good moment?", "C:No, goodbye.")]
    [InlineData("opening", "C:Hello?", "A:What price do you have in mind?")]
    [InlineData("opening", "A:Hello.", "A:I am calling about your quote.", "C:Not now.")]
    [InlineData("field:price", "A:Hello, is this a good moment?", "C:Yes.", "A:What price do you have in mind?", "C:I'd rather not say. Bye.")]
    [InlineData("field:price", "A:Hello.", "C:Hi.", "A:What price do you have in mind?", "C:No.", "A:All right, goodbye.")]
    [InlineData("field:postcode", "A:Hello.", "C:Hi.", "A:What price do you have in mind?", "C:200.", "A:Thanks. And what is your postcode?")]
    [InlineData("field:postcode", "A:Hello.", "C:Hi.", "A:The price is noted. What is your postcode?")]
    [InlineData("question", "A:Hello.", "C:Hi.", "A:What price do you have in mind?", "C:200.", "A:Did I get that right?", "C:I have to go.")]
    [InlineData("talk", "A:Hello.", "C:Hi.", "A:What price do you have in mind?", "C:200.", "A:Then let me read you our terms.", "C:No.")]
    [InlineData("field:price", "A:Goedemiddag, schikt het?", "C:Ja.", "A:Welke price heeft u in gedachten?", "C:Dat zeg ik niet.", "A:Fijne dag.")]
    public void Point_FromTheTranscript_IsWhereTheAgentStood(string point, params string[] lines) => HangUpPoint.Of(Call(lines), Fields).ShouldBe(point);

    [Fact]
    public void Point_WithoutAHangUpOrATranscript_IsNone()
    {
        HangUpPoint.Of(Call([]), Fields).ShouldBeNull();
        HangUpPoint.Of(Call(["A:Hello.", "C:Bye."], CallStatus.Completed), Fields).ShouldBeNull();
        HangUpPoint.Of(Call(["A:Hello.", "C:Bye."], reason: "not interested"), Fields).ShouldBeNull();
        HangUpPoint.Of(Call(["A:Hello.", "C:You are so pushy!"]), Fields).ShouldBeNull("it is lost to the tone");
    }

    private static Call Call(string[] lines, CallStatus status = CallStatus.Failed, string? reason = null) => new()
    {
        Source = "test",
        ExternalId = "1",
        ProjectId = 1,
        Status = status,
        FailureReason = reason,
        EndedBy = CallEnding.Customer,
        StartedAt = default,
        DurationSeconds = 60,
        ReceivedAt = default,
        Transcript = [.. lines.Select(line => new TranscriptLine(line[0] == 'A' ? Speaker.Agent : Speaker.Customer, line[2..], 0))],
    };
}
