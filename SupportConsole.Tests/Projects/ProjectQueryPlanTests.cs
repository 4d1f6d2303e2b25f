using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Projects;

/// <summary>At a million calls a page that reads them all is a page that does not come.</summary>
public sealed class ProjectQueryPlanTests
{
    [Fact]
    public async Task Readings_OfEveryPage_GoThroughIndexes()
    {
        var plans = new QueryPlans();
        await using var host = new ConsoleHost { Replace = services => services.AddSingleton<IInterceptor>(plans) };
        _ = host.Address;
        T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();
        var project = (await Get<ProjectEditing>().CreateAsync(new ProjectDraft("p", "P", null, "en", [new("price", "price")], "Be kind."), Loop.Admin))!;
        plans.Lines.Clear();

        await Get<ProjectQueries>().ListAsync(ProjectStatus.Active, cursor: "1_P");
        await Get<ProjectQueries>().GetAsync("p");
        await Get<ProjectQueries>().PacesAsync([1, 2], 30);
        await Get<ProjectQueries>().WindowAsync(1, 30);
        await Get<OpenCardCounts>().ReadAsync([1, 2]);
        await Get<VersionQueries>().ListAsync(1, 9, 20);
        await Get<VersionQueries>().NewestAsync(1);
        await Get<VersionQueries>().CallsAsync(1, [1, 2]);
        foreach (var filter in new[] { new CallFilter(), new CallFilter(CallStatus.Failed), new CallFilter(Version: 1), new CallFilter(CallStatus.Completed, 1, "price") })
            await Get<CallQueries>().ListAsync(project, filter, masked: true, cursor: "639000000000000000_5");
        await Get<CallQueries>().GetAsync(1, masked: true);

        plans.Lines.ShouldNotBeEmpty();
        plans.Lines.Where(plan => plan.Key.StartsWith("SCAN TABLE", StringComparison.Ordinal) && !plan.Key.Contains("VIRTUAL TABLE"))
            .Select(plan => $"{plan.Key}: {plan.Value}").ShouldBeEmpty();
        plans.Lines.Where(plan => plan.Key.Contains("TEMP B-TREE FOR ORDER BY") && plan.Value.Contains("\"Calls\"")).Select(plan => plan.Value).ShouldBeEmpty();
    }
}
