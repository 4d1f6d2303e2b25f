using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Fingerprints;
using SupportConsole.Domain.Triage.Languages;
using SupportConsole.Domain.Triage.Text;

namespace SupportConsole.Tests.Triage;

/// <summary>Customers send anything. Whatever it is, triage answers, in bounded time, within its ranges, and the same each time.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        "not", " ", " ", "\n", "\n\n", ", ", ". ", "!!", "??", "urgent", "niet", "goed", "GREAT", "soooo", "but", "maar", "😀", "👨‍👩‍👧", ":-)", ":(", "`", "```\n", "> quoted\n",
        "https://example.com/a?b=c", "me@example.com", "don't", "’", "é", "ß", "\u0000", "\uD83D", "\uDE00", "\u200B", "中文", "عربي", "-- \n", "Kind regards,\n",
        "On Monday, Ann wrote:\n", "   at A.B.C(D e) in f.cs:line 1\n", "0x80004005", "#fail", "@you", "12:30", "(", ")", "=", "\"", "'", "/var/log", "<*>", "\t",
    ];

    private static readonly Arbitrary<string> Texts =
        Gen.OneOf(
            Gen.Elements(Pieces).ListOf().Select(string.Concat),
            Gen.Choose(0, 0xFFFF).Select(code => (char)code).ListOf().Select(chars => new string([.. chars])))
        .ToArbitrary();

    public static TheoryData<string, string> Hostile => new()
    {
        { "one letter", new string('a', 1_000_000) },
        { "blanks", new string(' ', 1_000_000) },
        { "line ends", new string('\n', 1_000_000) },
        { "exclamation marks", new string('!', 1_000_000) },
        { "words without feeling", Repeated("word ") },
        { "words with feeling", Repeated("not very good but terrible. ") },
        { "negations", Repeated("not ") },
        { "closings", Repeated("Kind regards\n") },
        { "attributions", Repeated("On x, y wrote:\n") },
        { "quotes", Repeated("> > ") },
        { "brackets", Repeated("a=((((") },
        { "quotation marks", Repeated("\" ") },
        { "half emoji", Repeated("\uD83D ") },
        { "frames", Repeated("at A.B(\n") },
        { "phrases that almost match", Repeated("charged charged ") },
    };

    [Fact]
    public void Read_AnyText_AnswersWithinItsRanges() => Prop.ForAll(Texts, Texts, (subject, body) =>
    {
        var result = Reading.Triage.Read(new TriageText(subject, body));

        result.Sentiment.Polarity.ShouldBeInRange(-1, 1);
        result.Sentiment.Subjectivity.ShouldBeInRange(0, 1);
        result.Categories.Count.ShouldBe(Enum.GetValues<TriageCategory>().Length);
        result.Categories.Sum().ShouldBe(1, 1e-9);
        result.KeyPhrases.Count.ShouldBeLessThanOrEqualTo(10);
        result.KeyPhrases.ShouldAllBe(phrase => phrase.Split(' ').Length <= 4);
        foreach (var evidence in result.Evidence)
        {
            evidence.Start.ShouldBeGreaterThanOrEqualTo(0);
            (evidence.Start + evidence.Length).ShouldBeLessThanOrEqualTo(evidence.Field == TextField.Subject ? subject.Length : body.Length);
            evidence.Length.ShouldBeGreaterThan(0);
        }
    }).Check();

    [Fact]
    public void Read_TheSameTextTwice_GivesTheSameAnswer() => Prop.ForAll(Texts, text =>
    {
        var (once, again) = (Reading.Of(text), Reading.Of(text));

        once.Sentiment.ShouldBe(again.Sentiment);
        (once.Urgency, once.Category, once.Subcategory, once.Emotion, once.Flags, once.Questions, once.Language)
            .ShouldBe((again.Urgency, again.Category, again.Subcategory, again.Emotion, again.Flags, again.Questions, again.Language));
        once.KeyPhrases.ShouldBe(again.KeyPhrases);
        once.Evidence.ShouldBe(again.Evidence);
        Reading.Triage.Sentiment(text).ShouldBe(once.Sentiment);
    }).Check();

    [Fact]
    public void Language_OfAnyText_IsOneOfThreeAndStays() => Prop.ForAll(Texts, Texts, (one, other) =>
    {
        var language = LanguageGuess.Of(one, other);

        Enum.IsDefined(language).ShouldBeTrue();
        LanguageGuess.Of(one, other).ShouldBe(language);
        LanguageGuess.Of(one).ShouldBe(LanguageGuess.Of("", one));
    }).Check();

    /// <summary>With several shapes at once: they group, widen, and are forgotten.</summary>
    [Fact]
    public void Templates_OfAnyStream_StayWithinTheirMemoryAndAreTheSameAgain() => Prop.ForAll(Texts.Generator.ListOf().ToArbitrary(), lines =>
    {
        var (templates, again) = (new LogTemplates(mostShapes: 3), new LogTemplates(mostShapes: 3));
        foreach (var line in lines.Concat(lines))
        {
            var learned = templates.Learn(line);
            learned.ShouldBe(again.Learn(line));
            learned.Fingerprint.ShouldNotBeNullOrEmpty();
            templates.Shapes.ShouldBeInRange(1, 3);
        }
    }).Check();

    [Fact]
    public void Fingerprints_OfAnyLines_AreThereAndStay() => Prop.ForAll(Texts, Texts, (one, other) =>
    {
        var (templates, again) = (new LogTemplates(mostShapes: 1), new LogTemplates(mostShapes: 1));
        foreach (var line in new[] { one, other, one })
            templates.Learn(line).Fingerprint.ShouldBe(again.Learn(line).Fingerprint);
        templates.Shapes.ShouldBe(1);
        ErrorFingerprint.Of(one).ShouldBeEquivalentTo(ErrorFingerprint.Of(one));
    }).Check();

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Everything_OnAMegabyte_TakesBoundedTime(string what, string text)
    {
        Reading.Of("warm");
        var clock = Stopwatch.StartNew();

        Reading.Of(text, text).KeyPhrases.Count.ShouldBeLessThanOrEqualTo(10);
        new LogTemplates().Learn(text);
        ErrorFingerprint.Of(text);

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), what); // a quarter of a second on an idle machine; what grows with the square would take minutes
    }

    private static string Repeated(string piece)
    {
        var text = new StringBuilder(1_000_000);
        while (text.Length < 1_000_000)
            text.Append(piece);
        return text.ToString();
    }
}

file static class Checks
{
    public static void Check(this Property property) => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), property);
}
