using SupportConsole.Domain.Intake;
using SupportConsole.Domain.Projects;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Projects;

public sealed class CallQueriesTests
{
    [Fact]
    public async Task List_PageByPage_HoldsEveryCallOnceNewestFirst()
    {
        await using var loop = await Loop.StartAsync();
        await loop.CallsAsync(4, captured: 2); // All at the same moment: the order must still be total.
        loop.Clock.Advance(TimeSpan.FromMinutes(1));
        await loop.CallsAsync(3, captured: 0);
        var (ids, cursor) = (new List<long>(), (string?)null);

        do
        {
            var slice = await loop.Get<CallQueries>().ListAsync(loop.Project, new CallFilter(), masked: false, cursor, take: 2);
            ids.AddRange(slice.Rows.Select(row => row.Id));
            cursor = slice.NextCursor;
        }
        while (cursor is not null);

        ids.ShouldBe([7, 6, 5, 4, 3, 2, 1]);
    }

    [Fact]
    public async Task List_OfCallsThatLackAField_HoldsCompletedOnesOnly()
    {
        await using var loop = await Loop.StartAsync();
        await loop.CallsAsync(5, captured: 3);
        await loop.Get<CallIntake>().RecordAsync("test", new CallEnded(
            "failed", "cars", null, null, CallStatus.Failed, "voicemail", CallEnding.System, loop.Clock.GetUtcNow(), 3, null, null));
        await loop.ProcessAsync();

        var slice = await loop.Get<CallQueries>().ListAsync(loop.Project, new CallFilter(Missing: "price"), masked: false);
        var failed = await loop.Get<CallQueries>().ListAsync(loop.Project, new CallFilter(CallStatus.Failed), masked: false);

        slice.Rows.Select(row => row.Missing).ShouldAllBe(missing => missing.Single() == "price");
        slice.Rows.Count.ShouldBe(2);
        var one = failed.Rows.ShouldHaveSingleItem();
        (one.Cause, one.Stage).ShouldBe((FailureCause.NoAnswer, CallStage.Processed));
    }

    [Fact]
    public async Task List_OnAVersion_HoldsItsCallsOnly()
    {
        await using var loop = await Loop.StartAsync();
        await loop.CallsAsync(2, captured: 2);
        await loop.Get<ProjectEditing>().SaveInstructionsAsync(loop.Project.Id, 1, "Be brief.", "shorter", Loop.Admin);
        loop.Clock.Advance(TimeSpan.FromMinutes(1));
        await loop.CallsAsync(1, captured: 1);

        (await loop.Get<CallQueries>().ListAsync(loop.Project, new CallFilter(Version: 2), masked: false)).Rows.ShouldHaveSingleItem().Version.ShouldBe(2);
        (await loop.Get<VersionQueries>().CallsAsync(loop.Project.Id, [1, 2])).ShouldBe(
            new Dictionary<int, (int, int)> { [1] = (2, 2), [2] = (1, 1) }, ignoreOrder: true);
    }

    [Fact]
    public async Task Get_ForAManager_HidesWhatIdentifiesTheCustomer()
    {
        await using var loop = await Loop.StartAsync();
        await loop.Get<CallIntake>().RecordAsync("test", new CallEnded(
            "c", "cars", null, "customer-4711", CallStatus.Failed, "jan@example.org hung up", CallEnding.Customer, loop.Clock.GetUtcNow(), 30,
            new() { ["customer_name"] = "Jan Jansen", ["remark"] = "call 0612345678" },
            [new CallEnded.Line(Speaker.Agent, "Thank you, Mr Jansen.", 0)]));

        var masked = (await loop.Get<CallQueries>().GetAsync(1, masked: true)).ShouldNotBeNull();
        var open = (await loop.Get<CallQueries>().GetAsync(1, masked: false)).ShouldNotBeNull();

        masked.CustomerId.ShouldBe("••••11");
        masked.FailureReason.ShouldBe("•••@••• hung up");
        masked.Fields.Select(field => field.Value).ShouldBe([null, "••••", "call ••••"]);
        masked.Transcript.Single().Text.ShouldBe("Thank you, Mr ••••.");
        open.Transcript.Single().Text.ShouldBe("Thank you, Mr Jansen.");
        open.CustomerId.ShouldBe("customer-4711");
    }

    [Fact]
    public async Task Get_OfACompletedCall_SaysWhyARequiredFieldIsMissing()
    {
        await using var loop = await Loop.StartAsync();
        await loop.CallsAsync(1, captured: 0);

        var field = (await loop.Get<CallQueries>().GetAsync(1, masked: false))!.Fields.ShouldHaveSingleItem();

        (field.Value, field.Why).ShouldBe((null, MissingCause.NotConfirmed));
    }
}
