using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>Reads records and judges them by the rules of live calls. All of an import's thinking is here, beside the commits and not in them.</summary>
internal sealed class ImportPreparing(IDbContextFactory<SupportDbContext> contexts, TimeProvider clock)
{
    /// <summary>Faults named of one line at most: whoever has more wrong in it sees that it is not this.</summary>
    private const int MostFaults = 5;

    private readonly KnownProjects _projects = new(contexts, clock);

    /// <summary>The next records of the file, at most <paramref name="rows"/>; none after its end.</summary>
    public static List<ImportRecord> Take(IImportReader reader, int rows)
    {
        var records = new List<ImportRecord>(rows);
        while (records.Count < rows && reader.Next())
        {
            records.Add(reader.Read());
        }

        return records;
    }

    /// <summary>Judges records and prepares those that are right.</summary>
    public async Task<PreparedBatch> PrepareAsync(IReadOnlyList<ImportRecord> records, long from, long bytesRead, bool toWrite, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (calls, faults, rejected) = (new List<PreparedCall>(records.Count), new List<ImportLineFault>(), 0);
        foreach (var record in records)
        {
            var (errors, project) = await CheckAsync(record, now, cancellation);
            if (errors.Any)
            {
                rejected++;
                faults.AddRange(ImportLineFault.Of(record.Line, record.Call.CallId, errors).Take(MostFaults));
            }
            else
            {
                calls.Add(Prepare(record.Call, project!, now.UtcDateTime, toWrite));
            }
        }

        return new PreparedBatch(records, from, bytesRead, calls, faults, rejected);
    }

    /// <summary>Prepares the batch anew: a project has changed under it.</summary>
    public Task<PreparedBatch> AgainAsync(PreparedBatch batch, CancellationToken cancellation)
    {
        _projects.Forget();
        return PrepareAsync(batch.Records, batch.From, batch.BytesRead, toWrite: true, cancellation);
    }

    private async ValueTask<(FieldErrors Errors, KnownProject? Project)> CheckAsync(ImportRecord record, DateTimeOffset now, CancellationToken cancellation)
    {
        var errors = record.Errors;
        if (errors.Any && errors.For(JsonFields.Whole).Count > 0)
        {
            return (errors, null); // Of a line that cannot be read nothing else is worth saying.
        }

        var call = record.Call;
        var judged = call.Check(now);
        if (errors.Any || judged.Any)
        {
            errors.AddOthers(judged);
            return (errors, null);
        }

        var project = await _projects.FindAsync(call.ProjectId!, cancellation);
        CallEnded.CheckProject(errors, project is not null, call.InstructionVersion is null || call.InstructionVersion <= project?.Project.CurrentVersion);
        return (errors, project);
    }

    private static PreparedCall Prepare(CallEnded call, KnownProject project, DateTime now, bool toWrite)
    {
        var startedAt = call.StartedAt!.Value.UtcDateTime;
        var row = new Call
        {
            // Not a sender's name: those hold no slash. Of each project its own, since a file made for one project may number its calls from 1.
            Source = "import/" + project.Project.ExternalId,
            ExternalId = call.CallId!,
            ProjectId = project.Project.Id,
            InstructionVersion = call.InstructionVersion ?? ServedVersions.At(project.Versions, startedAt),
            CustomerId = call.CustomerId,
            Status = call.Status!.Value,
            FailureReason = call.FailureReason,
            EndedBy = call.EndedBy,
            StartedAt = startedAt,
            DurationSeconds = (int)Math.Round(call.DurationSeconds!.Value),
            Fields = call.Values(),
            Transcript = call.Lines(),
            ReceivedAt = now,
        };
        return toWrite
            ? new PreparedCall(
                row, project, JsonColumn.Write(row.Fields), JsonColumn.Write(row.Transcript), now > project.ReadAt ? now : project.ReadAt,
                [.. CallCounting.Entries(row, project.Project.CaptureFields)])
            : new PreparedCall(row, project, "", "", now, []);
    }
}
