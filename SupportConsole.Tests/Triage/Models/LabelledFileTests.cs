using System.Text;
using SupportConsole.Domain.Intake.Labels;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Triage.Models;

public sealed class LabelledFileTests : IAsyncLifetime
{
    private Loop _loop = null!;
    private string _kept = "";

    public async Task InitializeAsync() => _loop = await Loop.StartAsync();

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task File_WithWrongLines_NamesThemAndKeepsTheOthers()
    {
        var read = await ReadAsync("Id;Bericht;Categorie\n1;\"Waar is mijn pakket;\nnu?\";bezorging\n2;;refund\n3;Geld terug\n4;Geld terug;\n5;Alles ok;refund\n");

        read.Texts.ShouldBe([new NewLabel("Waar is mijn pakket;\nnu?", "bezorging"), new NewLabel("Alles ok", "refund")]);
        read.Rejected.ShouldBe(3);
        var files = _loop.Get<LabelledFiles>();
        var check = files.Check(_kept, files.Inspect(_kept), new LabelColumns(1, 2));
        (check.Texts, check.Rejected).ShouldBe((2, 3));
        check.Labels.ShouldHaveSingleItem().Value.Labels.ShouldBe(["bezorging", "refund"], ignoreOrder: true);
        read.Faults.Select(fault => (fault.Line, fault.Field)).ShouldBe([(4, "text"), (5, "body"), (6, "label")]);
    }

    [Fact]
    public async Task File_WithAColumnForEachKind_GivesALabelledTextForEachValue()
    {
        var read = await ReadAsync(
            "Tekst;Onderwerp;Stemming;Urgentie\nWaar blijft het?;bezorging;Negatief;hoog\nDank u wel;;positief;\nStuk;kapot;boos;hoog\nNiets;;;\nHelp;hulp;;soon\n");

        read.Texts.ShouldBe(
        [
            new NewLabel("Waar blijft het?", "bezorging"), new NewLabel("Waar blijft het?", "negative", LabelKind.Sentiment), new NewLabel("Waar blijft het?", "high", LabelKind.Urgency),
            new NewLabel("Dank u wel", "positive", LabelKind.Sentiment),
        ]);
        read.Rejected.ShouldBe(3);
        read.Faults.Select(fault => (fault.Line, fault.Field, fault.Error)).ShouldBe(
            [(4, "sentiment", "Use negative, neutral or positive."), (5, "label", "This is required."), (6, "urgency", "Use low, medium, high or critical.")]);
        var files = _loop.Get<LabelledFiles>();
        var check = files.Check(_kept, files.Inspect(_kept), new LabelColumns(0, LabelColumns.None, 2, 3));
        (check.Texts, check.Rejected, check.Labels[LabelKind.Sentiment].Texts, check.Labels.ContainsKey(LabelKind.Topic)).ShouldBe((3, 3, 2, false));
    }

    [Theory]
    [InlineData(0, 1, -1, -1, true)]
    [InlineData(0, -1, -1, 2, true)]
    [InlineData(0, -1, -1, -1, false)]
    [InlineData(-1, 1, -1, -1, false)]
    [InlineData(0, 1, 1, -1, false)]
    [InlineData(0, 1, 0, -1, false)]
    public void Columns_OfATextAndOneLabelAtLeast_CanBeRead(int text, int topic, int sentiment, int urgency, bool whole) =>
        new LabelColumns(text, topic, sentiment, urgency).IsWhole.ShouldBe(whole);

    [Fact]
    public async Task File_WhoseQuoteIsNeverClosed_KeepsWhatStandsBeforeIt() =>
        (await ReadAsync("text,label\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"a text with number {i},x\n")) + "\"never closed,x\n"))
            .Texts.Count.ShouldBe(400);

    [Theory]
    [InlineData("\"third,x\n")]
    [InlineData("a 6\" screen,x\n")]
    [InlineData("\"third,x\nfourth,x\n\"fifth\",x\n")]
    public async Task File_WithAQuoteThatIsNeverClosed_SaysWhereAndCountsAllThatItSwallowed(string stray)
    {
        var read = await ReadAsync("text,label\nfirst,x\nsecond,x\n" + stray + string.Concat(Enumerable.Range(0, 400).Select(i => $"a text with number {i},x\n")));

        read.Texts.ShouldBe([new NewLabel("first", "x"), new NewLabel("second", "x")]);
        read.Rejected.ShouldBe(400 + stray.Count(letter => letter == '\n'));
        var fault = read.Faults.ShouldHaveSingleItem();
        (fault.Line, fault.Error).ShouldBe((4, "A quote opened on line 4 is never closed; the lines from there to the end were read as one."));
        var files = _loop.Get<LabelledFiles>();
        files.Check(_kept, files.Inspect(_kept), new LabelColumns(0, 1)).Torn.ShouldBe(fault.Error);
    }

    [Fact]
    public async Task File_WhoseStrayQuoteALaterOneCloses_NamesTheLinesThatWereReadAsOne()
    {
        var read = await ReadAsync("text,label\nfirst,x\n\"second,x\nthird,x\n\"fourth,x\nfifth,x\n\"whole\nvalue\" ,x\n");

        read.Texts.Select(text => text.Text).ShouldBe(["first", "fifth", "whole\nvalue"]);
        read.Rejected.ShouldBe(3);
        read.Faults.ShouldHaveSingleItem().Error.ShouldBe("A quote opened on line 3 is closed in the middle of a value; the lines from there to line 5 were read as one.");
    }

    [Theory]
    [InlineData("{\"text\":\"a\"}", "jsonl")]
    [InlineData("text\nonly one", "one_column")]
    [InlineData("PK\u0003\u0004", "workbook")]
    public async Task File_ThatHoldsNoLabels_IsRefusedWithTheReason(string content, string kind)
    {
        var taken = (await _loop.Get<LabelledFiles>().TakeAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)))).ShouldNotBeNull();

        taken.Kept.ShouldBeNull();
        taken.Errors.For("file").ShouldHaveSingleItem().Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData("../console.db")]
    [InlineData("0123456789abcdef0123456789abcdef.import")]
    [InlineData("")]
    public void Address_OfAFileThatIsNoneOfThese_IsNotOpened(string kept) => _loop.Get<LabelledFiles>().IsKept(kept).ShouldBeFalse();

    private async Task<LabelledFile> ReadAsync(string content)
    {
        var files = _loop.Get<LabelledFiles>();
        var kept = _kept = (await files.TakeAsync(new MemoryStream(Encoding.UTF8.GetBytes(content))))!.Value.Kept.ShouldNotBeNull();
        var found = files.Inspect(kept);
        return files.Read(kept, found, LabelledFiles.Guess(found.Columns));
    }
}
