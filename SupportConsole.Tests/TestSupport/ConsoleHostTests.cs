using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SupportConsole.Tests.TestSupport;

public sealed class ConsoleHostTests
{
    [Fact]
    public async Task Host_Started_AnswersAndServesTopLevelFiles()
    {
        await using var host = new ConsoleHost();
        using var client = new HttpClient { BaseAddress = host.Address };

        (await client.GetStringAsync("health/live")).ShouldBe("Healthy");
        (await client.GetStringAsync("css/tokens.css")).ShouldContain("--ground");
        (await client.GetAsync("lib/plotly.min.js")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Host_GivenSettingsAndServices_UsesThem()
    {
        var clock = new FakeClock();
        await using var host = new ConsoleHost
        {
            Settings = { ["Workspace:Name"] = "Acme" },
            Replace = services => services.AddSingleton<TimeProvider>(clock),
        };

        host.Services.GetRequiredService<IConfiguration>()["Workspace:Name"].ShouldBe("Acme");
        host.Services.GetRequiredService<TimeProvider>().ShouldBeSameAs(clock);
    }

    [Fact]
    public async Task Host_Disposed_LeavesNoFilesBehind()
    {
        var host = new ConsoleHost();
        await File.WriteAllTextAsync(Path.Combine(host.DataFolder, "console.db"), "rows");

        await host.DisposeAsync();

        Directory.Exists(host.DataFolder).ShouldBeFalse();
    }
}
