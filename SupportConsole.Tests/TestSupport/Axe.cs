using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SupportConsole.Tests.TestSupport;

/// <summary>What axe finds wrong with a page as it stands.</summary>
internal static class Axe
{
    /// <summary>Fails with a line for each fault: the rule, what it wants, and the elements.</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page) =>
        (await page.RunAxe()).Violations
            .Select(fault => $"{fault.Id}: {fault.Help}\n  {string.Join("\n  ", fault.Nodes.Select(node => node.Html))}")
            .ShouldBeEmpty();
}
