using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Triage.Models;

/// <summary>One trained version: what it was trained on and how right it is. The model itself is a file of the data folder.</summary>
public sealed class TriageModel
{
    /// <summary>The version's number, counted over all kinds.</summary>
    public long Id { get; private set; }

    /// <summary>What its labels say of a text.</summary>
    public required LabelKind Kind { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string FileHash { get; init; }

    public required DateTime TrainedAt { get; init; }

    /// <summary>How many texts it was trained on, and how many were kept apart to judge it by.</summary>
    public required int Texts { get; init; }

    public required int HeldOut { get; init; }

    public required int Labels { get; init; }

    /// <summary>The last labelled text there was: what came later waits for the next training.</summary>
    public required long LastTextId { get; init; }

    public required ModelQuality Quality { get; init; }

    /// <summary>How it did beside the version of its kind that was in force; null for the first, or where that one's file could not be read.</summary>
    public ModelBeside? Beside { get; init; }

    /// <summary>It answers now. One row of each kind at most has this.</summary>
    public bool InForce { get; set; }

    public string FileName => FileNameOf(Id);

    public static string FileNameOf(long id) => FormattableString.Invariant($"triage-{id:0000}.model");
}

/// <summary>How right a version is on the texts that were kept apart.</summary>
/// <param name="Matrix">Null where there are too many labels to look at.</param>
/// <param name="Promise">What it was trained to keep.</param>
/// <param name="AutoFrom">It answers by itself from this sure; null where nothing goes out, and of versions that did not keep it.</param>
public sealed record ModelQuality(HeldOutReport Report, ConfusionMatrix? Matrix, ModelPromise Promise, double? AutoFrom = null);

/// <summary>What was chosen before a training: the settings of that moment.</summary>
/// <param name="Precision">Of what is answered automatically, the share that must be right.</param>
/// <param name="OutOfScopeShare">The share of the traffic taken to belong to no label; <paramref name="OutOfScopeAnswered"/> of it may be answered automatically.</param>
public sealed record ModelPromise(double Precision, double OutOfScopeShare, double OutOfScopeAnswered)
{
    internal static ModelPromise Of(TrainingOptions options) => new(options.Precision, options.OutOfScopeShare, options.OutOfScopeAnswered);

    internal LearningOptions Learning(LabelKind kind) => LearningOptions.Of(kind) with { Precision = Precision, OutOfScopeShare = OutOfScopeShare, OutOfScopeAnswered = OutOfScopeAnswered };
}

/// <summary>Two versions on the same held-out texts.</summary>
/// <param name="Version">The one that was in force.</param>
/// <param name="NewOnly">How many texts only the newer one got right; <paramref name="OldOnly"/> only the other.</param>
/// <param name="Stays">Why the other one stays, where accuracy alone does not say it.</param>
public sealed record ModelBeside(
    long Version, ComparisonResult Result, int Texts, double NewAccuracy, double OldAccuracy, bool TookOver, int NewOnly = 0, int OldOnly = 0, StayReason Stays = StayReason.None);

public enum StayReason
{
    None,

    /// <summary>Too few texts are held out to tell the two apart.</summary>
    TooFew,

    /// <summary>The newer one answers by itself and is right less often than it promises.</summary>
    Unkept,
}
