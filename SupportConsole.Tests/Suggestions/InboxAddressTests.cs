using SupportConsole.Domain.Suggestions;
using SupportConsole.Suggestions;

namespace SupportConsole.Tests.Suggestions;

public sealed class InboxAddressTests
{
    [Fact]
    public void Address_WrittenAndRead_IsTheSame()
    {
        var address = new InboxAddress(SuggestionView.Judged, "cars & co", SuggestionSort.Newest, 12, true);

        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri("http://x" + address).Query);

        InboxAddress.Parse(query["view"], query["project"], query["sort"], query["card"], query["preview"]).ShouldBe(address);
        new InboxAddress(null, null, null, null, false).ToString().ShouldBe("/suggestions");
    }

    [Theory]
    [InlineData("nonsense", "many", "-4")]
    [InlineData("7", "1", "12; DROP TABLE")]
    [InlineData("", "", "")]
    public void Address_TypedByHand_LeavesOutWhatItCannotRead(string view, string sort, string card) =>
        InboxAddress.Parse(view, null, sort, card, "yes").ShouldBe(new InboxAddress(null, null, null, null, false));
}
