using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Languages;

namespace SupportConsole.Tests.Triage;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("Where is my package?", TextLanguage.English)]
    [InlineData("cancel my order", TextLanguage.English)]
    [InlineData("The app keeps crashing when I open it", TextLanguage.English)]
    [InlineData("thanks!", TextLanguage.English)]
    [InlineData("Waar is mijn pakket?", TextLanguage.Dutch)]
    [InlineData("bestelling annuleren graag", TextLanguage.Dutch)]
    [InlineData("De app loopt steeds vast", TextLanguage.Dutch)]
    [InlineData("bedankt!", TextLanguage.Dutch)]
    [InlineData("Kan ik de login resetten via de app?", TextLanguage.Dutch)]
    [InlineData("Zet Bohemian Rhapsody van Queen op", TextLanguage.Dutch)]
    [InlineData("Wo ist mein Paket?", TextLanguage.Other)]
    [InlineData("Ich kann die App nicht öffnen", TextLanguage.Other)]
    [InlineData("Ek kan nie by my rekening inkom nie", TextLanguage.Other)]
    [InlineData("Waar is die naaste hospitaal?", TextLanguage.Other)]
    [InlineData("Où est mon colis ?", TextLanguage.Other)]
    [InlineData("¿Dónde está mi paquete?", TextLanguage.Other)]
    [InlineData("Dov'è il mio pacco?", TextLanguage.Other)]
    [InlineData("Onde está a minha encomenda?", TextLanguage.Other)]
    [InlineData("Jeg kan ikke åbne appen", TextLanguage.Other)]
    [InlineData("Jag kan inte öppna appen", TextLanguage.Other)]
    [InlineData("Nie mogę otworzyć aplikacji", TextLanguage.Other)]
    [InlineData("Uygulamayı açamıyorum", TextLanguage.Other)]
    [InlineData("Где моя посылка?", TextLanguage.Other)]
    [InlineData("我的包裹在哪里?", TextLanguage.Other)]
    [InlineData("أين طردي؟", TextLanguage.Other)]
    [InlineData("12345 ?!", TextLanguage.Other)]
    [InlineData("", TextLanguage.Other)]
    public void Language_OfAShortText_IsToldApart(string text, TextLanguage language) => LanguageGuess.Of(text).ShouldBe(language);

    [Fact]
    public void Language_OfADutchMessageWithALink_IsDutch() =>
        LanguageGuess.Of("Deze link werkt niet: https://www.example.com/the/best/of/the/world").ShouldBe(TextLanguage.Dutch);

    [Fact]
    public void Language_OfAMessage_IsThatOfSubjectAndBodyTogether() =>
        Reading.Of("Mijn bestelling is nog niet binnen, kunnen jullie kijken waar die is?", subject: "Order status").Language.ShouldBe(TextLanguage.Dutch);
}
