namespace SupportConsole.Domain.Intake.Imports;

/// <summary>
/// History brought in from a file: a job over a kept file whose whole state is this row, so that a reload or restart loses nothing.
/// Its position and counters move in the commits that write its calls.
/// </summary>
public sealed class Import
{
    public long Id { get; private set; }

    /// <summary>As the person's own disk calls it.</summary>
    public required string FileName { get; init; }

    /// <summary>The kept file's name in the imports folder; null once it is gone.</summary>
    public string? Kept { get; private set; }

    public required ImportFormat Format { get; init; }

    /// <summary>"calls": what its lines are.</summary>
    public required string Kind { get; init; }

    /// <summary>What separates values, of CSV.</summary>
    public string? Separator { get; init; }

    /// <summary>The same for every file with these headers: its mapping is the next one's first guess.</summary>
    public required string HeaderPrint { get; init; }

    public required long Bytes { get; init; }

    public required ImportPlan Plan { get; set; }

    public ImportStatus Status { get; private set; }

    /// <summary>What the last dry run found; null when the mapping changed since.</summary>
    public ImportPreview? Preview { get; private set; }

    /// <summary>Records read: those before this one are in the database, or are rejected.</summary>
    public long Records { get; private set; }

    /// <summary>How far the file is read, for the progress bar.</summary>
    public long BytesRead { get; private set; }

    public long Landed { get; private set; }

    /// <summary>Calls that were here before; nothing changed.</summary>
    public long Duplicates { get; private set; }

    public long Rejected { get; private set; }

    /// <summary>Fault rows kept; more lines than that may have been rejected.</summary>
    public long FaultsKept { get; private set; }

    /// <summary>Calls taken out again.</summary>
    public long Removed { get; private set; }

    /// <summary>What stopped it.</summary>
    public string? Fault { get; private set; }

    public required string MadeBy { get; init; }

    public required DateTime MadeAt { get; init; }

    public DateTime? StartedAt { get; private set; }

    /// <summary>When the present or last run began, and where: how fast it goes.</summary>
    public DateTime? RunSince { get; private set; }

    public long RunFromBytes { get; private set; }

    public long RunFromRecords { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>When retention first deleted a call of it, or what was said in one: it cannot be undone since.</summary>
    public DateTime? ThinnedAt { get; private set; }

    public static Import Of(
        string fileName, string kept, ImportFormat format, string kind, string? separator, string headerPrint, long bytes, ImportPlan plan, string madeBy, DateTime now) => new()
        {
            FileName = fileName,
            Kept = kept,
            Format = format,
            Kind = kind,
            Separator = separator,
            HeaderPrint = headerPrint,
            Bytes = bytes,
            Plan = plan,
            MadeBy = madeBy,
            MadeAt = now,
        };

    /// <summary>Whether something is being done with it.</summary>
    public bool IsBusy => Status is ImportStatus.Checking or ImportStatus.Queued or ImportStatus.Running or ImportStatus.Undoing;

    /// <summary>Whether it still can be mapped and checked: no line was read.</summary>
    public bool CanMap => Status == ImportStatus.Mapping && Kept is not null;

    /// <summary>Not once calls of it were taken out: they would be missing from an import that is "done".</summary>
    public bool CanStart => Kept is not null && Removed == 0 && Status is ImportStatus.Mapping or ImportStatus.Failed or ImportStatus.Stopped;

    public bool CanStop => Status is ImportStatus.Checking or ImportStatus.Queued or ImportStatus.Running;

    /// <summary>Also when its last call went and the process died before that was noted.</summary>
    public bool CanUndo => StartedAt is not null && Landed > 0 && ThinnedAt is null
        && Status is ImportStatus.Done or ImportStatus.DoneWithRejects or ImportStatus.Failed or ImportStatus.Stopped;

    /// <summary>Whether more was wrong than is kept of it; a rejected line has at least one fault.</summary>
    public bool HasMoreFaults { get; private set; }

    public bool Map(ImportPlan plan)
    {
        if (!CanMap)
        {
            return false;
        }

        (Plan, Preview) = (plan, null);
        return true;
    }

    public bool StartCheck(DateTime now)
    {
        if (!CanMap)
        {
            return false;
        }

        (Status, Preview, Fault) = (ImportStatus.Checking, null, null);
        Run(now, 0, 0);
        return true;
    }

    /// <summary>The dry run has ended, with what it found or with what stopped it.</summary>
    public void EndCheck(ImportPreview? preview, string? fault)
    {
        (Status, Preview, Fault) = (ImportStatus.Mapping, preview, fault);
        (BytesRead, Records) = (0, 0);
    }

    /// <summary>How far the dry run has read.</summary>
    public void Checked(long records, long bytes) => (Records, BytesRead) = (records, bytes);

    public bool Queue(DateTime now)
    {
        if (!CanStart)
        {
            return false;
        }

        (Status, Fault, EndedAt) = (ImportStatus.Queued, null, null);
        StartedAt ??= now;
        Plan = Plan.WithoutSamples();
        return true;
    }

    public void BeginRun(DateTime now)
    {
        Status = ImportStatus.Running;
        Run(now, Records, BytesRead);
    }

    public bool Stop(DateTime now)
    {
        if (!CanStop)
        {
            return false;
        }

        if (Status == ImportStatus.Checking)
        {
            EndCheck(null, null);
            return true;
        }

        (Status, EndedAt) = (ImportStatus.Stopped, now);
        return true;
    }

    public void Finish(DateTime now) =>
        (Status, EndedAt, BytesRead) = (Rejected > 0 ? ImportStatus.DoneWithRejects : ImportStatus.Done, now, Bytes);

    public void Fail(string fault, DateTime now) => (Status, Fault, EndedAt) = (ImportStatus.Failed, fault, now);

    public bool StartUndo(DateTime now)
    {
        if (!CanUndo)
        {
            return false;
        }

        (Status, Fault, EndedAt) = (ImportStatus.Undoing, null, null);
        Run(now, Removed, 0);
        return true;
    }

    public void FinishUndo(DateTime now) => (Status, EndedAt) = (ImportStatus.Undone, now);

    /// <summary>Its file was removed.</summary>
    public void Forget() => (Kept, Plan) = (null, Plan.WithoutSamples());

    private void Run(DateTime now, long records, long bytes) => (RunSince, RunFromRecords, RunFromBytes) = (now, records, bytes);
}
