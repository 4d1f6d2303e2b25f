using SupportConsole.Domain.Projects;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Projects;

public sealed class ProjectDirectoryTests
{
    [Fact]
    public async Task Names_WithTheOneThatIsAskedFor_HoldItPastTheLastAndArchived()
    {
        await using var loop = await Loop.StartAsync();
        var editing = loop.Get<ProjectEditing>();
        foreach (var name in (string[])["Boats", "Zeta"])
            await editing.CreateAsync(new ProjectDraft(name.ToLowerInvariant(), name, "", "en", [], Loop.Instructions), Loop.Admin);
        await editing.MoveAsync(loop.Project.Id, ProjectStatus.Archived, Loop.Admin);
        var directory = loop.Get<ProjectDirectory>();
        var names = await directory.NamesAsync(1);

        (await IdsAsync("zeta")).ShouldBe(["zeta", "boats"]);
        (await IdsAsync("cars")).ShouldBe(["cars", "boats"]);
        (await IdsAsync("boats")).ShouldBe(["boats"]);
        (await IdsAsync("nowhere")).ShouldBe(["boats"]);
        (await IdsAsync(null)).ShouldBe(["boats"]);

        async Task<IEnumerable<string>> IdsAsync(string? asked) => (await directory.WithAsync(names, asked)).Select(name => name.ExternalId);
    }
}
