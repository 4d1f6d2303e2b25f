using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Browser;

[Collection(ChromiumCollection.Name)]
public sealed class ImportInChromiumTests(ChromiumFixture chromium)
{
    private const string Head = "Call ID,Outcome,Start time,Duration,price,Colour\n";

    [SkippableFact]
    public async Task Newcomer_UploadsAFile_SeesWhatIsWrong_ImportsAndTakesItBack()
    {
        await using var loop = await Loop.StartAsync();
        var context = await chromium.NewContextAsync(loop.Host, Roles.Admin);
        var page = await context.NewPageAsync();
        await page.VisitAsync(Links.Imports);
        await page.GetByText("No import yet").WaitForAsync();
        await page.ShouldBeAccessibleAsync();

        await page.Locator("#upload-file").SetInputFilesAsync(File("calls.xlsx", "PK\u0003\u0004"));
        await Assertions.Expect(page.Locator("[data-fault]")).ToContainTextAsync("This is a workbook");
        var lines = string.Concat(Enumerable.Range(0, 30).Select(i => $"old-{i},completed,2026-03-01T0{i % 10}:00:00Z,60,200,red\n"));
        await page.Locator("#upload-file").SetInputFilesAsync(File("calls.csv", Head + lines + "bad,maybe,2026-03-01T00:00:00Z,60,,\n"));

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/imports/1$"));
        await Assertions.Expect(page.GetByLabel("What Start time is")).ToHaveValueAsync("started_at");
        await Assertions.Expect(page.GetByLabel("What price is")).ToHaveValueAsync("field:price");
        await Assertions.Expect(page.GetByLabel("What Colour is")).ToHaveValueAsync("");
        await Assertions.Expect(page.GetByLabel("Project of the file")).ToHaveValueAsync("cars");
        await page.GetByLabel("What Duration is").SelectOptionAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it first" }).ClickAsync();
        await Assertions.Expect(page.Locator(".faults")).ToContainTextAsync("Choose the column for: Duration.");
        await page.ShouldBeAccessibleAsync();
        await page.GetByLabel("What Duration is").SelectOptionAsync("duration_seconds");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it first" }).ClickAsync();

        await page.GetByText("31 lines read: 30 are right, 1 would be rejected.").WaitForAsync();
        await Assertions.Expect(page.Locator("tbody").Last).ToContainTextAsync("Use completed or failed.");
        await page.VisitAgainAsync();
        await page.GetByText("31 lines read").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start import" }).ClickAsync();

        await Assertions.Expect(page.Locator(".result")).ToContainTextAsync("Download faults");
        await Assertions.Expect(page.Locator(".head")).ToContainTextAsync("Done, some rejected");
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo import" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, remove them" }).ClickAsync();
        await Assertions.Expect(page.Locator(".head")).ToContainTextAsync("Undone");
        await using var db = await loop.ContextAsync();
        (await db.Calls.CountAsync()).ShouldBe(0);
    }

    [SkippableFact]
    public async Task Bar_OfAnImportInTheMiddle_IsThereAgainAfterAReloadAndStopStops()
    {
        await using var loop = await Loop.StartAsync(services => services.Remove(services.Single(service => service.ImplementationType == typeof(ImportWorker))));
        var kept = (await loop.Get<ImportFiles>().SaveAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Head + "a,completed,2026-03-01T00:00:00Z,60,,\n"))))!;
        var imports = loop.Get<Domain.Intake.Imports.Imports>();
        var id = (await imports.AddAsync(kept, "calls.csv", Loop.Admin)).Import!.Id;
        await imports.StartAsync(id, Loop.Admin);
        await loop.Get<WriteGate>().WriteAsync(async db =>
        {
            var import = await db.Imports.SingleAsync();
            import.BeginRun(db.Now);
            import.Checked(40, import.Bytes / 2);
        });
        var context = await chromium.NewContextAsync(loop.Host, Roles.Admin);
        var page = await context.NewPageAsync();
        await page.VisitAsync(Links.Import(id));

        await Assertions.Expect(page.GetByRole(AriaRole.Progressbar, new() { Name = "Percent done" })).ToHaveAttributeAsync("aria-valuenow", new Regex("^(49|50)$"));
        await page.VisitAgainAsync();
        await Assertions.Expect(page.GetByText("40 lines read")).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Go on" })).ToBeVisibleAsync();
    }

    private static FilePayload File(string name, string text) =>
        new() { Name = name, MimeType = "application/octet-stream", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };
}
