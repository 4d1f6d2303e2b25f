using SupportConsole.Domain.Access.Privacy;

namespace SupportConsole.Tests.Access;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("Mail jan.de-vries@example.co.uk please", "Mail •••@••• please")]
    [InlineData("Call 06-12345678 or +31 (0)6 12 34 56 78.", "Call •••• or ••••.")]
    [InlineData("My account is NL91 ABNA 0417 1643 00.", "My account is ••••.")]
    public void Text_WithAddressesAndNumbers_HidesThem(string said, string shown) => PersonalData.Text(said).ShouldBe(shown);

    /// <summary>A manager who cannot read the prices and dates of a conversation cannot judge it.</summary>
    [Theory]
    [InlineData("Around 200 a month, 1,250 in all, from 2026-03-02 or 02-03-2026.")]
    [InlineData("It took 84 seconds; model A4 of 2019.")]
    public void Text_WithPricesAndDates_KeepsThem(string said) => PersonalData.Text(said).ShouldBe(said);

    [Fact]
    public void Text_WithAKnownName_HidesItsWordsButNotTheSmallOnes() =>
        PersonalData.Text("Thank you Mr De Vries, the price of Jan's car is right.", "Jan de Vries").ShouldBe("Thank you Mr De ••••, the price of ••••'s car is right.");

    [Theory]
    [InlineData("Hello, my name is Anna van der Berg and I call about a car.", "Anna van der Berg")]
    [InlineData("U spreekt met Piet.", "Piet")]
    public void Names_OfWhoIntroducesThemselves_AreFound(string said, string name) => PersonalData.Names(said).ShouldBe([name]);

    [Theory]
    [InlineData("price", false)]
    [InlineData("customer_name", true)]
    [InlineData("telefoonnummer", true)]
    public void IsPersonal_OfAFieldsWords_KnowsNamesAndAddresses(string key, bool personal) => PersonalData.IsPersonal(key).ShouldBe(personal);
}
