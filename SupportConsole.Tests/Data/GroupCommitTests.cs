using SupportConsole.Domain.Data;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Data;

/// <summary>One commit that fails must not be the last.</summary>
public sealed class GroupCommitTests
{
    [Fact]
    public async Task Commit_AfterOneThatFailed_IsMade()
    {
        await using var console = await ApiConsole.StartAsync();
        var commits = console.Get<GroupCommit>();

        await Should.ThrowAsync<InvalidOperationException>(() => commits.RunAsync<int>(statements =>
        {
            statements.Run("""UPDATE "Projects" SET "Name" = 'half done'""");
            throw new InvalidOperationException("The disk is full.");
        }));

        (await commits.RunAsync(statements => statements.Scalar("""SELECT COUNT(*) FROM "Projects" WHERE "Name" = 'half done'"""))).ShouldBe(0L);
        (await commits.RunAsync(statements => statements.Changes("""UPDATE "Projects" SET "Name" = 'done'"""))).ShouldBeTrue();
    }
}
