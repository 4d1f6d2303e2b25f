using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Projects;
using SupportConsole.Domain.Suggestions;

namespace SupportConsole.Bench;

/// <summary>Calls as they lie in a console that has been in use for a month: received, counted and processed.</summary>
internal static class StoredCalls
{
    private const int Days = 30;

    /// <summary>Makes a project and its calls, by the console's own intake and pipeline's counting.</summary>
    public static async Task FillAsync(InProcessConsole console, string externalId, int count, int seed)
    {
        var project = (await console.Get<ProjectEditing>().CreateAsync(Draft(externalId), Actor.System))!;
        var random = new Random(seed);
        var start = DateTimeOffset.UtcNow.AddDays(-Days);
        var calls = Enumerable.Range(0, count)
            .Select(i => One($"{externalId}-{i}", externalId, start.AddMinutes(Days * 24.0 * 60 * i / count), random)).ToList();
        await Task.WhenAll(calls.Select(call => console.Get<CallIntake>().RecordAsync("bench", call)));
        await console.Get<WriteGate>().WriteAsync(async db =>
        {
            var stored = await db.Calls.AsNoTracking().Where(call => call.ProjectId == project.Id).ToListAsync();
            CallCounting.Add(db, project, stored);
            await db.Calls.Where(call => call.ProjectId == project.Id).ExecuteUpdateAsync(call => call.SetProperty(row => row.ProcessedAt, DateTime.UtcNow));
        });
        await console.Get<ProjectCheck>().CheckAsync(project.Id); // As after any of those calls: what is open has the evidence of a month.
    }

    public static ProjectDraft Draft(string externalId) => new(
        externalId, $"Project {externalId}", "bench", "en", [new CaptureField("price", "price"), new CaptureField("postcode", "postcode")],
        "## Opening\nSay who you are and why you call.\n\n## Capture price\nAsk what price they have in mind and repeat it back.\n");

    public static CallEnded One(string id, string project, DateTimeOffset at, Random random)
    {
        var completed = random.NextDouble() < 0.75;
        var fields = new Dictionary<string, string?> { ["postcode"] = "SW1A 2AA" };
        if (random.NextDouble() < 0.85)
            fields["price"] = "250";
        return new CallEnded(
            id, project, 1, $"customer-{random.Next(100_000)}", completed ? CallStatus.Completed : CallStatus.Failed, completed ? null : "no answer",
            completed ? CallEnding.Agent : CallEnding.System, at, completed ? 95 : 28, completed ? fields : [],
            completed
                ? [new(Speaker.Agent, "Good morning, you speak with Alex of Northgate, I call about your request.", 0),
                   new(Speaker.Customer, "Good morning.", 4_000),
                   new(Speaker.Agent, "What price do you have in mind?", 8_000), new(Speaker.Customer, "About 250 a month.", 12_000),
                   new(Speaker.Agent, "So that is 250, correct? And your postcode, please?", 16_000), new(Speaker.Customer, "Yes. SW1A 2AA.", 21_000),
                   new(Speaker.Agent, "Thank you, have a nice day.", 26_000)]
                : []);
    }
}
