using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Labels;

namespace SupportConsole.Tests.Triage;

public sealed class CategoryTests
{
    [Theory]
    [InlineData("I was charged twice, please refund one payment.", TriageCategory.Billing, TriageSubcategory.RefundRequest)]
    [InlineData("I want to cancel my subscription.", TriageCategory.Billing, TriageSubcategory.Cancellation)]
    [InlineData("Can I upgrade to the annual plan?", TriageCategory.Billing, TriageSubcategory.PlanChange)]
    [InlineData("The app crashes with an error on start.", TriageCategory.Technical, TriageSubcategory.None)]
    [InlineData("Every page is very slow and times out.", TriageCategory.Technical, TriageSubcategory.Performance)]
    [InlineData("All our data is gone, the records disappeared after the bug.", TriageCategory.Technical, TriageSubcategory.DataIssue)]
    [InlineData("I can't log in, my password is not accepted and I am locked out.", TriageCategory.Account, TriageSubcategory.None)]
    [InlineData("Feature request: please add dark mode.", TriageCategory.Feature, TriageSubcategory.None)]
    [InlineData("Does it integrate with Salesforce? The webhook does not sync.", TriageCategory.Integration, TriageSubcategory.None)]
    [InlineData("Is there a guide or tutorial on getting started?", TriageCategory.Documentation, TriageSubcategory.None)]
    [InlineData("What a lovely day.", TriageCategory.General, TriageSubcategory.None)]
    [InlineData("Please send it to my new address in the other building.", TriageCategory.General, TriageSubcategory.None)] // no "add" in "address", no "bill" in "building"
    [InlineData("Er is twee keer afgeschreven, ik wil mijn geld terug.", TriageCategory.Billing, TriageSubcategory.RefundRequest)]
    [InlineData("Ik wil mijn abonnement opzeggen.", TriageCategory.Billing, TriageSubcategory.Cancellation)]
    [InlineData("De app crasht met een foutmelding.", TriageCategory.Technical, TriageSubcategory.None)]
    [InlineData("Alles is erg traag, het laden duurt lang.", TriageCategory.Technical, TriageSubcategory.Performance)]
    [InlineData("Ik kan niet inloggen, mijn wachtwoord is vergeten.", TriageCategory.Account, TriageSubcategory.None)]
    [InlineData("Zou het mooi zijn om een donkere modus toe te voegen? Een suggestie voor een nieuwe functie.", TriageCategory.Feature, TriageSubcategory.None)]
    [InlineData("Hoe werkt de koppeling met Exact? De synchronisatie stopt.", TriageCategory.Integration, TriageSubcategory.None)]
    [InlineData("Is er een handleiding of een stappenplan?", TriageCategory.Documentation, TriageSubcategory.None)]
    [InlineData("Ik heb 500 euro betaald en nog geen factuur.", TriageCategory.Billing, TriageSubcategory.None)] // an amount is no HTTP status
    [InlineData("I want to pay 500 euro.", TriageCategory.Billing, TriageSubcategory.None)]
    [InlineData("We get error 500 since noon.", TriageCategory.Technical, TriageSubcategory.ApiIssue)]
    [InlineData("The call answers with status: 429.", TriageCategory.Technical, TriageSubcategory.ApiIssue)]
    [InlineData("Ik krijg foutmelding 503.", TriageCategory.Technical, TriageSubcategory.ApiIssue)]
    [InlineData("Ik wil de factuur van mijn account.", TriageCategory.Billing, TriageSubcategory.None)]
    [InlineData("Het pakket lag bij de buren.", TriageCategory.General, TriageSubcategory.None)] // the English lag
    [InlineData("Ik ben van plan om morgen te komen.", TriageCategory.General, TriageSubcategory.None)] // the English plan
    [InlineData("All our customer records are gone and we cannot work.", TriageCategory.Technical, TriageSubcategory.DataIssue)]
    [InlineData("I can't log in, please contact me. Thanks.", TriageCategory.Account, TriageSubcategory.None)]
    [InlineData("I cannot log in 😡", TriageCategory.Account, TriageSubcategory.None)]
    [InlineData("Ik kan niet inloggen, bedankt.", TriageCategory.Account, TriageSubcategory.None)]
    [InlineData("My invoice is wrong. Thanks, contact me, thank you.", TriageCategory.Billing, TriageSubcategory.None)]
    [InlineData("The site is not down.", TriageCategory.General, TriageSubcategory.None)]
    [InlineData("The site is down.", TriageCategory.Technical, TriageSubcategory.None)]
    public void Category_OfAMessage_IsWhatItIsAbout(string text, TriageCategory category, TriageSubcategory subcategory)
    {
        var result = Reading.Of(text);

        (result.Category, result.Subcategory).ShouldBe((category, subcategory));
    }

    [Fact]
    public void Probabilities_WithMoreKeywords_AreSurer() =>
        Reading.Of("The invoice shows a wrong payment and no refund.").Categories[(int)TriageCategory.Billing]
            .ShouldBeGreaterThan(Reading.Of("The invoice.").Categories[(int)TriageCategory.Billing]);

    [Fact]
    public void Word_OfBothLanguages_CountsOnceAndIsNamedOnce()
    {
        const string Text = "Ik heb een vraag over mijn account.";
        var result = Reading.Of(Text);

        Reading.Words(result, EvidenceKind.Category, Text).ShouldHaveSingleItem().ShouldBe("account");
        result.Categories[(int)TriageCategory.Account].ShouldBe(Reading.Of("I have a remark about my account.").Categories[(int)TriageCategory.Account], 1e-9);
    }

    [Fact]
    public void Fault_ThatIsDenied_IsNoEvidence()
    {
        const string Text = "The server is not down, but the page crashes.";

        Reading.Words(Reading.Of(Text), EvidenceKind.Category, Text).ShouldBe(["server", "page", "crashes"]);
    }

    [Fact]
    public void Subject_NamingAnotherMatterThanTheBody_CountsMore() =>
        Reading.Of("I also saw a bug.", subject: "Invoice").Category.ShouldBe(TriageCategory.Billing);

    [Fact]
    public void Model_InPlaceOfTheRules_DecidesTheCategoryAlone()
    {
        var triage = new TicketTriage(new TriageOptions(), (LabelKind kind, in TriageText _, Span<double> probabilities) =>
        {
            if (kind != LabelKind.Topic)
                return false;
            probabilities.Clear();
            probabilities[(int)TriageCategory.Feature] = 1;
            return true;
        });

        triage.Read(new TriageText("", "I was charged twice.")).Category.ShouldBe(TriageCategory.Feature);
    }

    [Fact]
    public void Model_ThatCannotTell_LeavesItToTheRules() =>
        new TicketTriage(new TriageOptions(), (LabelKind _, in TriageText _, Span<double> _) => false).Read(new TriageText("", "I was charged twice.")).Category.ShouldBe(TriageCategory.Billing);
}
