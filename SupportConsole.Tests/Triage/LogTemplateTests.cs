using SupportConsole.Domain.Triage.Fingerprints;

namespace SupportConsole.Tests.Triage;

public sealed class LogTemplateTests
{
    /// <summary>Each row is one kind of line.</summary>
    private static readonly string[][] Kinds =
    [
        ["Invalid user webmaster from 173.234.31.186", "Invalid user admin from 103.99.0.122", "Invalid user test1 from 52.80.34.196"],
        ["Failed password for root from 112.95.230.3 port 45378 ssh2", "Failed password for root from 5.36.59.76 port 42393 ssh2"],
        ["session opened for user cyrus by (uid=0)", "session opened for user news by (uid=0)"],
        ["session closed for user cyrus", "session closed for user news"],
        ["connection from 82.252.162.81 (adsl.proxad.net) at Fri Jun 17 20:55:07 2005", "connection from 24.54.76.216 (bflony.adelphia.net) at Sat Jul  9 22:53:19 2005"],
        ["Block rdd_0 stored as bytes in memory (estimated size 5.2 KB, free 317.5 KB)", "Block rdd_1 stored as bytes in memory (estimated size 52.0 B, free 1.1 MB)"],
        ["Block rdd_0 stored as values in memory (estimated size 384.0 B, free 317.5 KB)"],
        ["10.11.10.1 \"GET /v2/54fa/servers HTTP/1.1\" status: 200 len: 1893", "10.11.10.9 \"GET /v2/9a/servers/detail HTTP/1.1\" status: 404 len: 93"],
        ["10.11.10.1 \"POST /v2/54fa/events HTTP/1.1\" status: 200 len: 380"],
        ["VM b9000564-fe1a-409b-b8cc-1e88b294cd1d Started", "VM 0673dd71-34c5-4fbb-86c4-40623fbe45b4 Started"],
        ["VM b9000564-fe1a-409b-b8cc-1e88b294cd1d Stopped"],
        ["acquire lock=233, tag=\"View Lock\", ws=null", "acquire lock=166, tag=\"RILJ\", ws=WorkSource{10113}"],
        ["Can not open C:\\data\\a.txt: access denied", "Can not open C:\\logs\\2026\\b.log: access denied"],
        ["Servers 10.0.0.1:80, 10.0.0.2:80 are unreachable", "Servers 10.0.0.7:443 are unreachable"],
        ["Order 'abc' not found", "Order 'x-17' not found", "Order 12 not found"],
        ["interrupt enable............0", "interrupt enable............1"],
        ["interrupt pending...........0"],
    ];

    [Fact]
    public void Lines_OfManyKinds_AreGroupedByKind()
    {
        var templates = new LogTemplates();
        var seen = Kinds.SelectMany((lines, kind) => lines.Select(line => (Kind: kind, Shape: templates.Seen(line)))).ToList();

        var byKind = seen.GroupBy(line => line.Kind).Select(lines => lines.Select(line => templates.Settled(line.Shape).Fingerprint).Distinct().ToList()).ToList();
        byKind.ShouldAllBe(fingerprints => fingerprints.Count == 1);
        byKind.Select(fingerprints => fingerprints[0]).ShouldBeUnique();
    }

    [Fact]
    public void Names_OfWhichThereAreMany_BecomeAValueOfOneKind()
    {
        var templates = new LogTemplates();
        string[] names = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot"];
        var shapes = names.Select(name => templates.Seen($"worker {name} has lost its lease")).ToList();

        shapes.Select(shape => templates.Settled(shape)).Distinct().ShouldHaveSingleItem().Text.ShouldBe("worker <*> has lost its lease");
    }

    [Fact]
    public void Fingerprint_OfATemplateThatWidens_Stays()
    {
        var templates = new LogTemplates();
        var first = templates.Learn("worker alpha has lost its lease");
        foreach (var name in new[] { "bravo", "charlie", "delta", "echo", "foxtrot", "golf" })
            templates.Learn($"worker {name} has lost its lease");

        var widened = templates.Learn("worker alpha has lost its lease");
        first.Text.ShouldBe("worker alpha has lost its lease");
        widened.ShouldBe(first with { Text = "worker <*> has lost its lease" });
        templates.Learn("worker hotel has lost its lease").ShouldBe(widened);
    }

    [Fact]
    public void States_OfAProgram_AreKindsHoweverMany()
    {
        var templates = new LogTemplates();
        string[] states = ["NEW", "ASSIGNED", "RUNNING", "COMMITTING", "SUCCEEDED", "FAILED", "KILLED"];
        var shapes = states.Select(state => templates.Seen($"task 12 is now {state}")).ToList();

        shapes.Select(shape => templates.Settled(shape).Fingerprint).Distinct().Count().ShouldBe(states.Length);
    }

    [Fact]
    public void Memory_OfAStreamWithoutEnd_IsBounded()
    {
        var templates = new LogTemplates(mostShapes: 100);
        for (var i = 0; i < 2_000; i++)
            templates.Learn($"{Word(i)} {Word(i / 7)} {Word(i / 3)}");

        templates.Shapes.ShouldBe(100);
    }

    [Fact]
    public void SameStream_ReadTwice_GivesTheSameFingerprints()
    {
        var lines = Enumerable.Range(0, 500).Select(i => $"{Word(i % 9)} {Word(i % 4)} took {i} ms").ToList();
        var (one, other) = (new LogTemplates(), new LogTemplates());

        lines.Select(line => one.Learn(line)).ToList().ShouldBe(lines.Select(line => other.Learn(line)).ToList());
    }

    /// <summary>A word of letters, another one for each number.</summary>
    private static string Word(int number) => $"{(char)('a' + (number % 26))}{(char)('a' + (number / 26 % 26))}{(char)('k' + (number / 676 % 10))}";
}
