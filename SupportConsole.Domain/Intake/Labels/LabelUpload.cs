using SupportConsole.Domain.Access;
using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Domain.Triage.Labels;

namespace SupportConsole.Domain.Intake.Labels;

/// <summary>A kept file of labelled texts that somebody asked to add: which column is what, how far it is, and what came of it.</summary>
public sealed class LabelUpload
{
    public long Id { get; private set; }

    /// <summary>The name by which the file is kept; gone once the upload has ended.</summary>
    public required string Kept { get; init; }

    /// <summary>As the person's own disk calls it.</summary>
    public required string FileName { get; init; }

    public required int TextColumn { get; init; }

    public required int TopicColumn { get; init; }

    public required int SentimentColumn { get; init; }

    public required int UrgencyColumn { get; init; }

    public required string AskedBy { get; init; }

    public required DateTime AskedAt { get; init; }

    /// <summary>Labelled texts that can be added: of each line as many as it has labels.</summary>
    public required int Texts { get; init; }

    /// <summary>Lines that are not right and are left out; <see cref="Faults"/> says why of the first.</summary>
    public required long LeftOut { get; init; }

    public required IReadOnlyList<ImportLineFault> Faults { get; init; }

    /// <summary>How many of the texts are dealt with: written in the commit that adds them, so that what goes on after a crash counts none twice.</summary>
    public int Done { get; private set; }

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Known { get; private set; }

    public UploadState State { get; private set; }

    public DateTime? EndedAt { get; private set; }

    internal LabelColumns Columns => new(TextColumn, TopicColumn, SentimentColumn, UrgencyColumn);

    /// <summary>Whoever asked: the role was looked at then.</summary>
    internal Actor By => new(AskedBy);

    internal void Add(AddedTexts came)
    {
        (Added, Changed, Known) = (Added + came.Added, Changed + came.Changed, Known + came.Known);
        Done += came.Added + came.Changed + came.Known;
    }

    internal void End(UploadState state, DateTime now) => (State, EndedAt) = (state, now);
}

/// <summary>How far the texts of a file are.</summary>
public enum UploadState
{
    /// <summary>It is added now, or waits for the job.</summary>
    Waiting,
    Added,

    /// <summary>Somebody stopped it; what had landed stays.</summary>
    Stopped,

    /// <summary>The kept file was gone when its turn came.</summary>
    FileGone,
}
