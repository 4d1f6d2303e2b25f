using SupportConsole.Domain.Data.Demo.Agent;

namespace SupportConsole.Tests.Demo;

public sealed class CallingHoursTests
{
    [Theory]
    [InlineData("Call between 13:00-17:00. In these hours this project's customers answer most.", "13-17")]
    [InlineData("Bel tussen 13:00-17:00. Dan nemen de klanten van dit project het vaakst op.", "13-17")]
    [InlineData("Only call between 10 am and 3 pm.", "10-15")]
    [InlineData("Call from 1 to 5 pm.", "13-17")]
    [InlineData("Call 9.30-12.00 and 14.00-16.30.", "9.5-12 14-16.5")]
    [InlineData("Do not call before 10:00.", "10-24")]
    [InlineData("Bel niet voor 10 uur.", "10-24")]
    [InlineData("Call after 16:00.", "16-24")]
    [InlineData("Bel vanaf 10:00, maar nooit na 18:00.", "10-18")]
    [InlineData("## Calling hours\n10:00 to 15:00", "10-15")]
    [InlineData("## Beltijden\nTussen 9 en 12 uur", "9-12")]
    [InlineData("Call between 9:00-12:00.\nCorrection: call between 14:00-18:00.", "14-18")]
    [InlineData("When nobody answers, call again on another day at another time of day, three times at most.", "")]
    [InlineData("Call 2 to 3 times.", "")]
    [InlineData("Say that the office is open from 9:00 to 17:00 and that they can call back.", "")]
    [InlineData("Ask for a rating from 1 to 10.", "")]
    public void Hours_InManyWords_AreRead(string text, string spans)
    {
        var hours = AgentTraits.Read(text, []).Hours;

        string.Join(' ', (hours?.Spans ?? []).Select(span => FormattableString.Invariant($"{span.From}-{span.To}"))).ShouldBe(spans);
    }

    [Fact]
    public void Hours_AtTheirEdges_AllowTheFirstMinuteAndNotTheLast()
    {
        var hours = AgentTraits.Read("Call between 13:00-17:00.", []).Hours!;

        hours.Allow(new TimeOnly(12, 59)).ShouldBeFalse();
        hours.Allow(new TimeOnly(13, 0)).ShouldBeTrue();
        hours.Allow(new TimeOnly(16, 59)).ShouldBeTrue();
        hours.Allow(new TimeOnly(17, 0)).ShouldBeFalse();
    }
}
