using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Tests.Intake;

public sealed class ColumnGuessTests
{
    [Theory]
    [InlineData("Call ID", "call_id")]
    [InlineData("conversation_id", "call_id")]
    [InlineData("Gespreks-ID", "call_id")]
    [InlineData("Campagne", "project_id")]
    [InlineData("OUTCOME", "status")]
    [InlineData("Beëindigd door", "ended_by")]
    [InlineData("start time", "started_at")]
    [InlineData("Duur", "duration_seconds")]
    [InlineData("fields.meter", "field:meter")]
    [InlineData("Prijs per maand", "field:price")]
    [InlineData("???", null)]
    [InlineData("colour of hair", null)]
    public void Column_ByItsName_IsWhatPeopleMeanByIt(string header, string? target) =>
        ColumnGuess.Of([new ImportColumn(header, null)], null, [new CaptureField("price", "Prijs per maand")]).Single().Target.ShouldBe(target);

    [Fact]
    public void Thing_NamedByTwoColumns_IsTheFirst() =>
        ColumnGuess.Of([new("id", null), new("call_id", null)], null, []).Select(column => column.Target).ShouldBe(["call_id", null]);
}
