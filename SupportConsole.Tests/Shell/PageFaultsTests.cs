using System.Net;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Shell;

public sealed class PageFaultsTests
{
    [Fact]
    public async Task SignIn_WhenItFails_AnswersCalmlyInBothLanguages()
    {
        await using var loop = await Loop.StartAsync();
        using var visitor = new Visitor(loop.Host);
        await using (var db = await loop.ContextAsync())
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE People RENAME TO Elsewhere");

        var answer = await visitor.GetAsync(Links.SignIn);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("lang=\"en\"");
        page.ShouldContain("lang=\"nl\"");
        page.ShouldNotContain("SqliteException");
        answer.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
    }
}
