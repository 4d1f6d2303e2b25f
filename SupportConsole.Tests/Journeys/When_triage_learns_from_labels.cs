using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Models;
using SupportConsole.Domain.Upkeep.Runs;
using SupportConsole.Tests.TestSupport;
using SupportConsole.Tests.Triage.Learning;

namespace SupportConsole.Tests.Journeys;

/// <summary>A workspace teaches the console its own labels: a file, a training, figures that hold, a correction, and a training that is compared.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class When_triage_learns_from_labels(ChromiumFixture chromium) : IAsyncLifetime
{
    private readonly ConsoleHost _host = new() { Settings = { ["Jobs:Enabled"] = "true" } };

    public Task InitializeAsync()
    {
        _ = _host.Address;
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [SkippableFact]
    public async Task An_admin_uploads_trains_reads_the_figures_corrects_and_trains_again()
    {
        var context = await chromium.NewContextAsync(_host, Roles.Admin);
        var page = await context.NewPageAsync();
        await page.VisitAsync(Links.TriageQuality);
        await page.GetByText("Nothing is trained yet").WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Train now" })).ToBeDisabledAsync();
        await page.ShouldBeAccessibleAsync();

        await page.VisitAsync(Links.TriageTexts);
        await page.GetByText("No labelled texts yet").WaitForAsync();
        await page.Locator("#upload-file").SetInputFilesAsync(new FilePayload { Name = "torn.csv", MimeType = "text/csv", Buffer = "message,intent\nrefund me,refund\n\"where is it,delivery\nstop it,cancel\n"u8.ToArray() });
        await Assertions.Expect(page.Locator("[data-torn]")).ToContainTextAsync("A quote opened on line 3 is never closed; the lines from there to the end were read as one.");
        await page.GetByText("are left out: 2.").WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Add") })).ToHaveCountAsync(0);
        await page.ShouldBeAccessibleAsync();
        await page.VisitAsync(Links.TriageTexts);
        await page.Locator("#upload-file").SetInputFilesAsync(Csv(160));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/triage/upload/[0-9a-f]{32}\\.labels"));
        await page.GetByText("are left out: 1.").WaitForAsync();
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("This is required.");
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add 160 labelled texts" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-upload=Added]")).ToContainTextAsync("Labelled texts: 160 new");
        await page.VisitAgainAsync(); // What came of it is kept.
        await Assertions.Expect(page.Locator("[data-upload=Added]")).ToContainTextAsync("Lines left out: 1.");
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("This is required.");
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "To the training" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Train now" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-run=Done]")).ToContainTextAsync("it answers now", new() { Timeout = 60_000 });
        var model = await ModelAsync();
        var (right, all) = (model.Quality.Report.Right, model.Quality.Report.Texts);
        await Assertions.Expect(page.Locator("[data-tile=accuracy]")).ToContainTextAsync($"{right} of {all} held-out texts");
        await Assertions.Expect(page.Locator("[data-tile=accuracy]")).ToContainTextAsync((100.0 * right / all).ToString("0.0", CultureInfo.InvariantCulture));
        await Assertions.Expect(page.Locator(".matrix td.hit")).ToHaveCountAsync(4);
        await Assertions.Expect(page.Locator("[data-unmeasured='0']")).ToContainTextAsync("Add texts labelled oos.");
        await page.ShouldBeAccessibleAsync();

        await page.VisitAsync(Links.Triage);
        await page.GetByLabel("Type or paste a message").FillAsync(string.Concat(Enumerable.Repeat("where is my parcel ", 1_100)));
        await Assertions.Expect(page.Locator("[data-cut]")).ToContainTextAsync("The first 20,000 characters are read");
        await Assertions.Expect(page.Locator("[data-longer]")).ToContainTextAsync("the first 4,096 characters");
        await page.ShouldBeAccessibleAsync();
        await page.GetByLabel("Type or paste a message").FillAsync("Hello, where is the package? It is very late.");
        await Assertions.Expect(page.Locator("[data-cut]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[data-finding=decision] [data-label]")).ToHaveTextAsync("delivery");
        await Assertions.Expect(page.Locator("mark", new() { HasText = "package" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-waiting]")).ToHaveAttributeAsync("data-waiting", "0");
        await page.GetByLabel("The right label").SelectOptionAsync("cancel");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save label" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-waiting]")).ToHaveAttributeAsync("data-waiting", "1");
        await page.ShouldBeAccessibleAsync();
        await page.VisitAgainAsync();
        await Assertions.Expect(page.GetByLabel("Type or paste a message")).ToHaveValueAsync(new Regex("charged twice")); // What is saved is no draft any more.
        await page.VisitAsync(Links.TriageTexts + "?view=waiting");
        await Assertions.Expect(page.Locator("[data-text]")).ToHaveCountAsync(1);
        await page.ShouldBeAccessibleAsync();

        await page.VisitAsync(Links.TriageQuality);
        await page.GetByRole(AriaRole.Button, new() { Name = "Train now" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-comparison]")).ToContainTextAsync("held-out texts: version 2", new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Use version 1") }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-version-row='1']")).ToContainTextAsync("Answers now");
        (await ModelAsync()).Id.ShouldBe(1);
    }

    [SkippableFact]
    public async Task A_sentiment_learned_from_a_file_answers_where_a_text_is_tried()
    {
        var page = await (await chromium.NewContextAsync(_host, Roles.Admin)).NewPageAsync();
        await page.VisitAsync(Links.TriageTexts);
        await page.Locator("#upload-file").SetInputFilesAsync(CsvOfFeelings(160));
        await Assertions.Expect(page.Locator("[data-found=Topic]")).ToContainTextAsync("160 texts with 4 labels");
        await Assertions.Expect(page.Locator("[data-found=Sentiment]")).ToContainTextAsync("160 texts with 3 labels");
        await Assertions.Expect(page.GetByLabel("Urgency: low, medium, high or critical")).ToHaveValueAsync("-1");
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("Use negative, neutral or positive.");
        await page.ShouldBeAccessibleAsync();
        await page.GetByLabel("What it is about").SelectOptionAsync("-1"); // Here only the sentiment is wanted.
        await page.GetByRole(AriaRole.Button, new() { Name = "Add 160 labelled texts" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-upload=Added]")).ToContainTextAsync("Labelled texts: 160 new");

        await page.VisitAsync(Links.TriageQuality);
        await page.GetByRole(AriaRole.Link, new() { Name = "Sentiment", Exact = true }).ClickAsync();
        await page.GetByText("Nothing is trained yet").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Train now" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-run=Done]")).ToContainTextAsync("Sentiment: Version 1", new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator("[data-label-row=positive]")).ToContainTextAsync("Positive");
        await Assertions.Expect(page.Locator("[data-version-row='1']")).ToContainTextAsync("Answers now");
        await page.ShouldBeAccessibleAsync();

        await page.VisitAsync(Links.Triage);
        await page.GetByLabel("Type or paste a message").FillAsync("Hello, please end my contract.");
        var sentiment = page.Locator("[data-finding=sentiment]");
        await Assertions.Expect(sentiment).ToContainTextAsync("Positive");
        await Assertions.Expect(sentiment.Locator("[data-by-version='1']")).ToContainTextAsync("Says version 1");
        await Assertions.Expect(sentiment).ToContainTextAsync("contract");
        await page.GetByLabel("What is to be corrected").SelectOptionAsync("Sentiment");
        await page.GetByLabel("The right label").SelectOptionAsync("negative");
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save label" }).ClickAsync();
        await page.Locator(".toast").GetByText("Kept as Negative").WaitForAsync();

        await page.VisitAsync(Links.TriageTexts);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Sentiment") }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-text]").First).ToContainTextAsync("Negative");
        await page.GetByLabel("Only this label").SelectOptionAsync("sentiment:positive");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("kind=sentiment&label=positive"));
        await page.ShouldBeAccessibleAsync();
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task The_first_view_shows_a_text_understood_and_can_be_read_by_everybody(ColorScheme scheme, int width)
    {
        var context = await chromium.NewContextAsync(_host, Roles.Staff, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 844 } });
        var page = await context.NewPageAsync();

        await page.VisitAsync(Links.Triage);

        await Assertions.Expect(page.Locator("[data-finding=category]")).ToContainTextAsync("Billing");
        await Assertions.Expect(page.Locator("mark").First).ToBeVisibleAsync();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Everything is down" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-finding=urgency]")).ToContainTextAsync("Critical");
        await page.VisitAgainAsync();
        await Assertions.Expect(page.GetByLabel("Type or paste a message")).ToHaveValueAsync(new Regex("the whole site is down")); // What was there is there after a reload.
    }

    [SkippableFact]
    public async Task Labels_of_one_name_on_screen_are_told_apart()
    {
        string[] names = ["Feature request", "feature", "delivery", "cancel"];
        await TeachAsync(160, label => names[SmallTexts.Labels.ToList().IndexOf(label)]);
        await _host.Get<TriageTraining>().RunAsync(RunProgress.None);
        var page = await (await chromium.NewContextAsync(_host, Roles.Staff)).NewPageAsync();

        await page.VisitAsync(Links.Triage);
        foreach (var (text, label) in new[] { ("Please refund the double charge", "Feature request"), ("where is the package", "delivery"), ("my password does not work", "Feature request") })
        {
            await page.GetByLabel("Type or paste a message").FillAsync(text);
            await Assertions.Expect(page.Locator("[data-finding=decision] [data-label]")).ToHaveTextAsync(label);
        }

        await Assertions.Expect(page.Locator("[data-finding=intent] .name", new() { HasText = "Feature request" })).ToHaveCountAsync(2);
    }

    [SkippableFact]
    public async Task What_was_typed_or_removed_can_be_had_back()
    {
        var page = await (await chromium.NewContextAsync(_host, Roles.Admin)).NewPageAsync();
        var undo = page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Undo" });
        var text = page.GetByLabel("Type or paste a message");
        await page.VisitAsync(Links.Triage);
        await text.FillAsync("A message of my own");
        await page.GetByRole(AriaRole.Button, new() { Name = "A thank you" }).ClickAsync();
        await undo.ClickAsync();
        await Assertions.Expect(text).ToHaveValueAsync("A message of my own");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear", Exact = true }).ClickAsync();
        await Assertions.Expect(text).ToHaveValueAsync("");
        await undo.ClickAsync();
        await Assertions.Expect(text).ToHaveValueAsync("A message of my own");

        await _host.Get<LabelledTexts>().AddAsync(
            [new("Jane Doe, jane.doe@example.com: refund me", "refund"), new("A letter of Jane Doe", "refund"), new("Something else", "refund")], "texts.csv", Actor.System);
        await page.VisitAsync(Links.TriageTexts);
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search in the texts" }).FillAsync("jane doe");
        await Assertions.Expect(page.Locator("[data-found]")).ToHaveAttributeAsync("data-found", "2");
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the 2 found" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-text]")).ToHaveCountAsync(0);
        await undo.ClickAsync();
        await Assertions.Expect(page.Locator("[data-text]")).ToHaveCountAsync(2);

        await _host.Get<LabelledTexts>().AddAsync([.. Enumerable.Range(0, 21).Select(i => new NewLabel($"Many like this {i}", "refund"))], "texts.csv", Actor.System);
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search in the texts" }).FillAsync("many like");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the 21 found" }).ClickAsync();
        await page.GetByText("Remove 21 texts?").WaitForAsync();
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "No, keep them" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the 21 found" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, remove" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-text]")).ToHaveCountAsync(0);

        var manager = await (await chromium.NewContextAsync(_host, Roles.Manager)).NewPageAsync();
        await manager.VisitAsync(Links.TriageTexts + "?q=jane.doe");
        await Assertions.Expect(manager.Locator("[data-text]")).ToHaveCountAsync(3); // Searching would tell what is hidden.
        await Assertions.Expect(manager.Locator("main")).Not.ToContainTextAsync("jane.doe@example.com");
        await Assertions.Expect(manager.GetByRole(AriaRole.Searchbox, new() { Name = "Search in the texts" })).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task What_cannot_be_trained_or_looked_at_is_said_before()
    {
        await TeachAsync(120, label => label == "refund" ? "refund" : "oos");
        var page = await (await chromium.NewContextAsync(_host, Roles.Admin)).NewPageAsync();

        await page.VisitAsync(Links.TriageVersion(LabelKind.Topic, 99));

        await page.GetByText("Version 99 is not kept any more").WaitForAsync();
        await Assertions.Expect(page.Locator("[data-hurdle=TooFew]")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Train now" })).ToBeDisabledAsync();
        await page.ShouldBeAccessibleAsync();
    }

    private async Task TeachAsync(int count, Func<string, string> name)
    {
        var made = SmallTexts.Make(count, 1);
        await _host.Get<LabelledTexts>().AddAsync([.. made.Texts.Zip(made.Labels, (text, label) => new NewLabel(text, name(label)))], "texts.csv", Actor.System);
    }

    private static FilePayload Csv(int count)
    {
        var texts = SmallTexts.Make(count, 1);
        var lines = texts.Texts.Zip(texts.Labels, (text, label) => $"\"{text}\",{label}\n");
        return new() { Name = "texts.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("message,intent\n" + string.Concat(lines) + "\"without a label\",\n") };
    }

    private static FilePayload CsvOfFeelings(int count)
    {
        string[] feelings = ["negatief", "neutral", "Positive", "positief"];
        var texts = SmallTexts.Make(count, 1);
        var lines = texts.Texts.Zip(texts.Labels, (text, label) => $"\"{text}\",{label},{feelings[SmallTexts.Labels.ToList().IndexOf(label)]}\n");
        return new() { Name = "feelings.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("text,topic,sentiment\n" + string.Concat(lines) + "a mood that nobody knows,refund,furious\n") };
    }

    private async Task<TriageModel> ModelAsync()
    {
        await using var db = await _host.Get<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        return await db.TriageModels.AsNoTracking().SingleAsync(model => model.InForce);
    }
}
