using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Triage.Models;

/// <summary>Reads a text with all that is in force, and says why: for a person who looks.</summary>
public sealed class TriageDesk(TicketTriage triage, ModelInForce inForce)
{
    /// <summary>A word that adds less than this to the log of the answer's lead did not decide it.</summary>
    private const double Telling = 0.15;

    /// <summary>So many words explain an answer; more would mark the whole text.</summary>
    private const int MostWords = 8;

    /// <param name="explain">Whether the words that led to the trained answer are looked for, which costs a reading for each.</param>
    public UnderstoodText Read(in TriageText text, bool explain)
    {
        var loaded = inForce.Now;
        var result = triage.Read(text);
        if (loaded is not { Version: { } version, Model: { } model })
            return new UnderstoodText(result, null, loaded.Fault);
        var own = ModelText.Of(text);
        IReadOnlyList<WordWeight> words = explain
            ? [.. Explanation.Of(model, own.Text).Where(word => word.Weight >= Telling).Take(MostWords).Select(word => word with { Start = own.Whole(word.Start) })] : [];
        if (loaded.IsCategories)
            result = result with { Evidence = [.. result.Evidence.Where(evidence => evidence.Kind != EvidenceKind.Category)] }; // The words below led to it, not the rules'.
        var given = model.Classify(own.Text);
        // What the rules still say of the other categories is heard: an answer that they make doubtful does not go out by itself.
        if (given.Decision == Decision.Auto && loaded.IsCategories && TriageNames.CategoryOf(given.Label) != result.Category)
            given = given with { Decision = Decision.Suggest };
        return new UnderstoodText(result, new TrainedAnswer(version, loaded.IsCategories, given, model.Chances(own.Text), words), ModelFault.None);
    }
}

/// <summary>A text as it was understood.</summary>
/// <param name="Answer">What the trained model says; null without one.</param>
/// <param name="Fault">Why the rules answered alone although a version is in force.</param>
public sealed record UnderstoodText(TriageResult Result, TrainedAnswer? Answer, ModelFault Fault);

/// <summary>What the trained model says.</summary>
/// <param name="IsCategory">Its labels are the categories; else they are intents beside them.</param>
/// <param name="Chances">Every label, the likeliest first.</param>
/// <param name="Words">The words that led to it, as places in the whole text, the weightiest first.</param>
public sealed record TrainedAnswer(long Version, bool IsCategory, Classification Given, IReadOnlyList<LabelChance> Chances, IReadOnlyList<WordWeight> Words);
