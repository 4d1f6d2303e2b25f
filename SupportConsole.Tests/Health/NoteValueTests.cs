using System.Globalization;
using SupportConsole.Health;

namespace SupportConsole.Tests.Health;

public sealed class NoteValueTests
{
    [Theory]
    [InlineData("nl", "{0:N1} %", "91.2", "91,2 %")]
    [InlineData("en", "{0:N1} %", "91.2", "91.2 %")]
    [InlineData("nl", "{0:N0}", "12345", "12.345")]
    [InlineData("nl", "{0}", "91.2", "91.2")] // The words ask for no number: a file may be called so.
    [InlineData("nl", "{0:N0}", "many", "many")]
    public void Value_WhereTheWordsAskForANumber_IsWrittenAsTheReaderWritesNumbers(string language, string words, string value, string expected) =>
        string.Format(new CultureInfo(language), words, new NoteValue(value)).ShouldBe(expected);
}
