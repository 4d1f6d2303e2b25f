using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Projects;

/// <summary>An AI call campaign: its Instructions are kept as versions, its calls come in by webhook.</summary>
public sealed class Project
{
    private const string ById =
        """
        SELECT "Id", "ExternalId", "Name", "Industry", "Language", "Status", "CaptureFields", "FieldsSince", "CurrentVersion", "Detection",
            "CreatedAt", "LastCheckedAt", "IsCheckDue", "Revision"
        FROM "Projects" WHERE "Id" = $1
        """;

    public long Id { get; private set; }

    /// <summary>The id callers know it by, unique; also the id in our own API and addresses.</summary>
    public required string ExternalId { get; init; }

    public required string Name { get; set; }

    public string Industry { get; set; } = "";

    /// <summary>"en" or "nl": the language its agent speaks, so the language of suggested texts.</summary>
    public required string Language { get; set; }

    public ProjectStatus Status { get; private set; } = ProjectStatus.Active;

    public List<CaptureField> CaptureFields { get; set; } = [];

    /// <summary>Since when it has a field, by key; fields that it was made with are not in it.</summary>
    public Dictionary<string, DateTime> FieldsSince { get; private set; } = [];

    /// <summary>The number of the instructions in force.</summary>
    public int CurrentVersion { get; private set; }

    /// <summary>Its own detection settings.</summary>
    public ProjectDetection Detection { get; private set; } = ProjectDetection.None;

    public DateTime CreatedAt { get; init; }

    /// <summary>When the detectors last looked, by a call, the sweep or by hand.</summary>
    public DateTime? LastCheckedAt { get; private set; }

    /// <summary>Whether calls were counted that the detectors have not looked at: of a crowd of calls that comes first.</summary>
    public bool IsCheckDue { get; private set; }

    /// <summary>Raised by every change of the project or its instructions; a stale one loses.</summary>
    public int Revision { get; private set; }

    /// <summary>The fields without which a completed call lacks data.</summary>
    public IEnumerable<CaptureField> RequiredFields() => CaptureFields.Where(field => field.Required);

    /// <summary>Whether a call could be asked for the field: not when it was counted before the project had it.</summary>
    public bool Asked(string field, DateTime? processedAt) =>
        processedAt is null || !FieldsSince.TryGetValue(field, out var since) || processedAt >= since;

    /// <summary>Sets the capture fields; a new one counts from now on, and the mutes of one that is gone go with it.</summary>
    public void SetCaptureFields(IReadOnlyList<CaptureField> fields, DateTime now)
    {
        var known = CaptureFields.Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
        FieldsSince = fields.Where(field => !known.Contains(field.Key) || FieldsSince.ContainsKey(field.Key))
            .ToDictionary(field => field.Key, field => known.Contains(field.Key) ? FieldsSince[field.Key] : now);
        CaptureFields = [.. fields];
        var muted = Detection.Muted.Where(mute => mute.Field is null || CaptureFields.Exists(field => field.Key == mute.Field)).ToList();
        if (muted.Count < Detection.Muted.Count)
        {
            Detection = Detection with { Muted = muted };
        }
    }

    /// <summary>Makes the next version of the instructions, and puts it in force.</summary>
    public InstructionVersion AddVersion(string text, string author, string why, DateTime now, long? suggestionId = null)
    {
        CurrentVersion++;
        Revision++;
        return new InstructionVersion
        {
            Project = this,
            Number = CurrentVersion,
            Text = text,
            Author = author,
            Why = why,
            SuggestionId = suggestionId,
            ServedFrom = now,
        };
    }

    /// <summary>Sets what detection does here; false when it is that already.</summary>
    public bool SetDetection(ProjectDetection detection)
    {
        if (Detection == detection)
        {
            return false;
        }

        Detection = detection;
        Revision++;
        return true;
    }

    /// <summary>Moves to <paramref name="status"/>; false when it is already there.</summary>
    public bool MoveTo(ProjectStatus status)
    {
        if (Status == status)
        {
            return false;
        }

        Status = status;
        Revision++;
        return true;
    }

    /// <summary>Marks that a person changed its settings.</summary>
    public void Touch() => Revision++;

    /// <summary>The project as it is, for reading; null when there is none. Without EF Core: it is read for every call that comes in.</summary>
    public static Project? Read(SupportDbContext db, long id) => PreparedStatements.Of(db).Rows(ById, Read, id).SingleOrDefault();

    /// <summary>
    /// Notes in the caller's transaction that the detectors looked, to the minute: with every call it would be one more page to write. Not
    /// by the entity, which would be compared with itself.
    /// </summary>
    internal static void MarkChecked(SupportDbContext db, Project project, DateTime at)
    {
        if ((at - project.LastCheckedAt)?.Duration() < TimeSpan.FromMinutes(1))
        {
            return;
        }

        var statements = PreparedStatements.Of(db);
        statements.Run("""UPDATE "Projects" SET "LastCheckedAt" = $2 WHERE "Id" = $1""", project.Id, SqliteConventions.Text(at));
    }

    /// <summary>Notes in the caller's transaction that the detectors are to look, or need not (any more).</summary>
    internal static void SetCheckDue(SupportDbContext db, long id, bool isDue)
    {
        var statements = PreparedStatements.Of(db);
        statements.Run("""UPDATE "Projects" SET "IsCheckDue" = $2 WHERE "Id" = $1 AND "IsCheckDue" <> $2""", id, isDue ? 1 : 0);
    }

    private static Project Read(StatementRow row) => new()
    {
        Id = row.Long(0),
        ExternalId = row.Text(1),
        Name = row.Text(2),
        Industry = row.Text(3),
        Language = row.Text(4),
        Status = Enum.Parse<ProjectStatus>(row.Text(5)),
        CaptureFields = row.Json<List<CaptureField>>(6),
        FieldsSince = row.Json<Dictionary<string, DateTime>>(7),
        CurrentVersion = row.Int(8),
        Detection = row.Json<ProjectDetection>(9),
        CreatedAt = row.Time(10),
        LastCheckedAt = row.TimeOrNull(11),
        IsCheckDue = row.Int(12) != 0,
        Revision = row.Int(13),
    };
}
