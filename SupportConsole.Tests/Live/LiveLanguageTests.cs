using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SupportConsole.Domain.Live;
using SupportConsole.Live;

namespace SupportConsole.Tests.Live;

public sealed class LiveLanguageTests : BunitContext
{
    [Fact]
    public void Change_AnnouncedInAnotherLanguage_IsDrawnInTheReaders()
    {
        var feed = new LiveFeed(NullLogger<LiveFeed>.Instance);
        Services.AddSingleton(feed);
        Services.AddSingleton(TimeProvider.System);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("nl");
        var part = Render<Part>();

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("en");
        feed.Announce(new(LiveTopic.Call, 1));

        part.WaitForAssertion(() => part.Markup.ShouldBe("2 readings, maart, nl"));
    }

    private sealed class Part : LiveComponent
    {
        private int _readings;

        protected override IReadOnlyCollection<LiveTopic> Topics => [LiveTopic.Call];

        protected override Task ReadAsync()
        {
            _readings++;
            return Task.CompletedTask;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) =>
            builder.AddContent(0, $"{_readings} readings, {new DateTime(2026, 3, 2):MMMM}, {CultureInfo.CurrentUICulture.Name}");
    }
}
