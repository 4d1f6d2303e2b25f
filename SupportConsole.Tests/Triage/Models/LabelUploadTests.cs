using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Domain.Intake.Labels;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Upkeep.Runs;
using SupportConsole.Jobs;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Triage.Models;

/// <summary>Adding a file of labelled texts is a job: it goes on where it was, stops when asked, and the audit says what landed.</summary>
public sealed class LabelUploadTests : IAsyncLifetime
{
    private const int Batch = 5;

    private static readonly LabelColumns Columns = new(0, 1);

    private readonly List<(long Done, long Total, RunNote? Note)> _told = [];
    private Loop _loop = null!;

    public async Task InitializeAsync() =>
        _loop = await Loop.StartAsync(services => services.Configure<TrainingOptions>(options => options.TextsPerCommit = Batch));

    public Task DisposeAsync() => _loop.DisposeAsync().AsTask();

    [Fact]
    public async Task Upload_ThatIsInterrupted_GoesOnWhereItWasAndCountsNoTextTwice()
    {
        var kept = await AskAsync(Csv(12) + ",without a text\n");

        await Should.ThrowAsync<OperationCanceledException>(() => RunUntilAsync(Batch));

        var half = (await UploadAsync(kept)).ShouldNotBeNull();
        (half.State, half.Done, half.Added).ShouldBe((UploadState.Waiting, Batch, Batch));
        (await _loop.Get<JobTimes>().NextAsync(Job)).ShouldNotBeNull(); // The next look finds it due.
        await RunUntilAsync(int.MaxValue);

        var whole = (await UploadAsync(kept)).ShouldNotBeNull();
        (whole.State, whole.Done, whole.Added, whole.Known, whole.LeftOut).ShouldBe((UploadState.Added, 12, 12, 0, 1));
        whole.Faults.ShouldHaveSingleItem().Line.ShouldBe(14);
        (await CountAsync()).ShouldBe(12);
        _loop.Get<LabelledFiles>().IsKept(kept).ShouldBeFalse();
        (await _loop.Get<JobTimes>().NextAsync(Job)).ShouldBeNull();
        _told[^1].Note.ShouldNotBeNull().Word.ShouldBe("labels.added");
        _told[^1].Note!.Values.ShouldBe(["12", "0", "0", "1"]);
        (await AuditAsync()).ShouldBe(
        [
            """triage.upload_started {"file":"mine.csv","texts":12,"left_out":1}""",
            """triage.texts_uploaded {"file":"mine.csv","added":12,"changed":0,"known":0,"left_out":1,"left":0}""",
        ]);
    }

    [Fact]
    public async Task Upload_OfThreeColumns_GoesOnInTheMiddleOfALine()
    {
        var kept = await KeepAsync("text,label,sentiment,urgency\n" + string.Concat(Enumerable.Range(0, 4).Select(i => $"Where is parcel {i}?,delivery,negatief,hoog\n")));
        var (files, columns) = (_loop.Get<LabelledFiles>(), new LabelColumns(0, 1, 2, 3));
        await _loop.Get<LabelUploads>().AskAsync(kept, "mine.csv", columns, files.Check(kept, files.Inspect(kept), columns), Loop.Admin);

        await Should.ThrowAsync<OperationCanceledException>(() => RunUntilAsync(Batch));
        await RunUntilAsync(int.MaxValue);

        var whole = (await UploadAsync(kept)).ShouldNotBeNull();
        (whole.State, whole.Texts, whole.Done, whole.Added, whole.Known).ShouldBe((UploadState.Added, 12, 12, 12, 0));
        await using var db = await _loop.ContextAsync();
        (await db.LabelledTexts.CountAsync(text => text.Kind == LabelKind.Sentiment && text.Label == "negative")).ShouldBe(4);
        (await db.LabelledTexts.CountAsync(text => text.Kind == LabelKind.Urgency && text.Label == "high")).ShouldBe(4);
    }

    [Fact]
    public async Task Upload_ThatSomebodyStops_EndsWithWhatLanded()
    {
        var kept = await AskAsync(Csv(12));
        await Should.ThrowAsync<OperationCanceledException>(() => RunUntilAsync(Batch));

        await _loop.Get<LabelUploads>().ForgetAsync();

        (await UploadAsync(kept)).ShouldNotBeNull().State.ShouldBe(UploadState.Stopped);
        (await CountAsync()).ShouldBe(Batch);
        _loop.Get<LabelledFiles>().IsKept(kept).ShouldBeFalse();
        (await AuditAsync())[^1].ShouldBe("""triage.upload_stopped {"file":"mine.csv","added":5,"changed":0,"known":0,"left_out":0,"left":7}""");
    }

    [Fact]
    public async Task Upload_WhoseFileIsGone_SaysSo()
    {
        var kept = await AskAsync(Csv(3));
        _loop.Get<LabelledFiles>().Delete(kept);

        await RunUntilAsync(int.MaxValue);

        (await UploadAsync(kept)).ShouldNotBeNull().State.ShouldBe(UploadState.FileGone);
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Upload_OfManyBatches_IsToldToOpenPagesOnce()
    {
        await AskAsync(Csv(40));
        var before = _loop.Get<LiveFeed>().ChangesOf(LiveTopic.Triage);

        await RunUntilAsync(int.MaxValue);

        (_loop.Get<LiveFeed>().ChangesOf(LiveTopic.Triage) - before).ShouldBe(1);
    }

    [Fact]
    public async Task File_AskedForTwiceOrByStaff_IsAddedOnceOrNotAtAll()
    {
        var kept = await AskAsync(Csv(3));
        var staff = await _loop.Host.AddPersonAsync(Roles.Staff);
        var check = new LabelledCheck(1, new Dictionary<LabelKind, LabelsFound>(), 0, []);

        await _loop.Get<LabelUploads>().AskAsync(kept, "again.csv", Columns, check, Loop.Admin);
        await Should.ThrowAsync<AccessDeniedException>(() => _loop.Get<LabelUploads>().AskAsync("other", "x.csv", Columns, check, new Actor(staff.UserName!, staff.Id)));

        (await _loop.Get<LabelUploads>().WaitingAsync()).ShouldHaveSingleItem().FileName.ShouldBe("mine.csv");
    }

    [Fact]
    public async Task File_ThatWaits_IsNotRemovedAsOneThatNobodyAdded()
    {
        var (waits, forgotten) = (await AskAsync(Csv(3)), await KeepAsync(Csv(3)));

        _loop.Clock.Advance(DateTime.UtcNow.AddDays(2) - _loop.Clock.GetUtcNow().UtcDateTime);
        await _loop.Get<ImportUpkeep>().RunAsync();

        (_loop.Get<LabelledFiles>().IsKept(waits), _loop.Get<LabelledFiles>().IsKept(forgotten)).ShouldBe((true, false));
    }

    private static ScheduledJob Job => JobSchedule.Jobs.Single(job => job.Name == JobSchedule.AddLabels);

    private static string Csv(int count) =>
        "text,label\n" + string.Concat(Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"Where is parcel {i}?,delivery\n")));

    private async Task<string> KeepAsync(string content) =>
        (await _loop.Get<LabelledFiles>().TakeAsync(new MemoryStream(Encoding.UTF8.GetBytes(content))))!.Value.Kept.ShouldNotBeNull();

    private async Task<string> AskAsync(string content)
    {
        var files = _loop.Get<LabelledFiles>();
        var kept = await KeepAsync(content);
        await _loop.Get<LabelUploads>().AskAsync(kept, "mine.csv", Columns, files.Check(kept, files.Inspect(kept), Columns), Loop.Admin);
        return kept;
    }

    /// <summary>Runs the job's work until so many texts are done.</summary>
    private async Task RunUntilAsync(int done)
    {
        using var stop = new CancellationTokenSource();
        await _loop.Get<LabelUploads>().RunAsync(new RunProgress(
            (now, total, note) =>
            {
                _told.Add((now, total, note));
                if (now >= done)
                    stop.Cancel();
                return Task.CompletedTask;
            },
            stop.Token));
    }

    private Task<LabelUpload?> UploadAsync(string kept) => _loop.Get<LabelUploads>().GetAsync(kept);

    private async Task<int> CountAsync()
    {
        await using var db = await _loop.ContextAsync();
        return await db.LabelledTexts.CountAsync();
    }

    private async Task<List<string>> AuditAsync()
    {
        await using var db = await _loop.ContextAsync();
        return await db.AuditEntries.Where(entry => entry.TargetKind == "triage").OrderBy(entry => entry.Id).Select(entry => $"{entry.Action} {entry.Detail}").ToListAsync();
    }
}
