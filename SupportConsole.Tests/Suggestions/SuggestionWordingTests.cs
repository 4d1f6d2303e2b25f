using System.Globalization;
using System.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Catalogue;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Suggestions;

public sealed class SuggestionWordingTests : IDisposable
{
    private readonly CultureInfo _formats = CultureInfo.CurrentCulture, _words = CultureInfo.CurrentUICulture;
    private readonly SuggestionWording _wording;

    public SuggestionWordingTests() => _wording = new(
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<SuggestionWords>>());

    public static TheoryData<string, string> Causes
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var entry in new ChangeCatalogue().Entries)
            {
                data.Add(entry.Cause, "en");
                data.Add(entry.Cause, "nl");
            }

            return data;
        }
    }

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_formats, _words);

    /// <summary>A cause added to the catalogue without words would be shown as its key.</summary>
    [Theory]
    [MemberData(nameof(Causes))]
    public void Cause_OfTheCatalogue_HasTitleNameAndSentence(string cause, string language)
    {
        var words = new ResourceManager(typeof(SuggestionWords));
        foreach (var family in (string[])["Title", "Cause", "Lost"])
            words.GetString($"{family}.{cause}", CultureInfo.GetCultureInfo(language)).ShouldNotBeNullOrEmpty($"{family}.{cause}");
    }

    [Fact]
    public void Summary_SaysWhatWasCounted()
    {
        Read("en");
        _wording.Summary(Samples.Card()).ShouldBe(
            "In 96 of 160 completed calls “price” is empty. In 71 of them the customer answered and the answer was not repeated back.");
        _wording.Worth(Samples.Card().Predicted).ShouldBe("saves 20 min per 100 calls · 3.5 h a month at 1,050 calls");
    }

    [Fact]
    public void Summary_OfTwoCausesThatLostAsMany_NamesBoth()
    {
        Read("en");
        var card = Samples.Card();
        card.Evidence = card.Evidence with { Causes = [new CauseCount("not_confirmed", 71), new CauseCount("not_asked", 71), new CauseCount("unknown", 3)] };
        _wording.Summary(card).ShouldEndWith("As many, 71, were lost to another cause: not asked for.");
    }

    [Fact]
    public void Card_ReadInDutch_IsDutchDownToTheNumbers()
    {
        Read("nl");
        var card = Samples.Card(field: "maandprijs");
        _wording.Title(card).ShouldBe("Maandprijs: genoemd maar niet bevestigd");
        _wording.Worth(card.Predicted).ShouldBe("bespaart 20 min per 100 gesprekken · 3,5 u per maand bij 1.050 gesprekken");
    }

    [Fact]
    public void Cause_ThatNobodyWordedYet_IsStillReadable()
    {
        Read("en");
        _wording.Title("tone.too_formal", null, null).ShouldBe("A change is suggested");
        _wording.Cause("tone.too_formal").ShouldBe("tone.too formal");
    }

    [Fact]
    public void EveryValue_ThatACardCanHold_HasAWord()
    {
        Read("en");
        Enum.GetValues<SuggestionStatus>().Select(status => _wording.Status(status))
            .Concat(Enum.GetValues<RejectReason>().Select(reason => _wording.Reason(reason)))
            .Concat(Enum.GetValues<Verdict>().Select(_wording.Verdict))
            .Concat(Enum.GetValues<WatchedMetric>().Select(_wording.Watched))
            .Concat(Enum.GetValues<SuggestionView>().Select(_wording.View))
            .Concat(Enum.GetValues<SuggestionKind>().Select(_wording.Kind))
            .Where(word => word.Contains('.')).ShouldBeEmpty();
    }

    private static void Read(string language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
}
