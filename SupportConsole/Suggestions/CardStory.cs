using System.Text.Json;
using Microsoft.Extensions.Localization;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Shell;

namespace SupportConsole.Suggestions;

/// <summary>Words what became of a card, and everything that was done with it.</summary>
public sealed class CardStory(SuggestionWording wording, WorkspaceTime time, IStringLocalizer<SuggestionWords> words)
{
    /// <summary>"Anna rejected this card: wrong cause." Null while it waits for a decision.</summary>
    public string? State(Suggestion card, IReadOnlyList<SuggestionHistoryEntry> history)
    {
        LocalizedString? text = card.Status switch
        {
            SuggestionStatus.Applied => words["State.Applied", Name(card.DecidedBy, history), card.Applied!.Version],
            SuggestionStatus.Accepted => words["State.Accepted", Name(card.DecidedBy, history)],
            SuggestionStatus.Rejected => words["State.Rejected", Name(card.DecidedBy, history), wording.Reason(card.RejectReason)],
            SuggestionStatus.RolledBack => words["State.RolledBack", Name(card.RolledBackBy, history), card.RolledBackVersion!],
            SuggestionStatus.Expired => words["State.Expired"],
            _ when card.SnoozedUntil > time.UtcNow => words["State.Snoozed", time.DateAndTime(card.SnoozedUntil.Value)],
            _ => null,
        };
        return text?.Value;
    }

    /// <summary>When it came to its state.</summary>
    public static DateTime? StateAt(Suggestion card) => card.RolledBackAt ?? card.AppliedAt ?? card.DecidedAt;

    /// <summary>Everything that was done with it, newest first.</summary>
    public IReadOnlyList<CardStoryLine> Lines(Suggestion card, IReadOnlyList<SuggestionHistoryEntry> history)
    {
        List<CardStoryLine> lines = [.. history.Select(entry => new CardStoryLine(entry.At, Line(entry), Text(entry, "comment")))];
        if (card is { Verdict: { } verdict, JudgedAt: { } judged })
            lines.Add(new(judged, words["History.judged", wording.Verdict(verdict)], null));
        if (card is { Status: SuggestionStatus.Expired, DecidedAt: { } expired })
            lines.Add(new(expired, words["History.expired"], null));
        lines.Add(new(card.CreatedAt, words["History.found", wording.Detector(card.Detector)], null));
        return [.. lines.OrderByDescending(line => line.At)];
    }

    private string Line(SuggestionHistoryEntry entry)
    {
        var who = entry.Name ?? Plain(entry.Who);
        return entry.Action switch
        {
            "suggestion.accepted" => words["History.accepted", who],
            "suggestion.applied" => words["History.applied", Text(entry, "version") ?? ""],
            "suggestion.not_applied" => words["History.not_applied"],
            "suggestion.rejected" => words["History.rejected", who, Reason(Text(entry, "reason"))],
            "suggestion.detection_set" => words["History.detection_set", who],
            "suggestion.reopened" => words["History.reopened", who],
            "suggestion.proposed_again" => words["History.proposed_again", who, Text(entry, "card") ?? ""],
            "suggestion.snoozed" when DateTime.TryParse(Text(entry, "until"), null, System.Globalization.DateTimeStyles.AdjustToUniversal, out var until) =>
                words["History.snoozed", who, time.DateAndTime(until)],
            "suggestion.snoozed" => words["History.shown", who],
            "suggestion.undone" => words["History.undone", who, Text(entry, "version") ?? ""],
            _ => words["History.other", entry.Action, who],
        };
    }

    private string Name(string? who, IReadOnlyList<SuggestionHistoryEntry> history) =>
        history.FirstOrDefault(entry => entry.Who == who)?.Name ?? Plain(who ?? "");

    private string Plain(string who) => who == "system" ? words["System"] : who;

    private string Reason(string? name) =>
        Enum.TryParse<RejectReason>(name?.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var reason) ? wording.Reason(reason) : "";

    /// <summary>One value of the audit's JSON as text; null when it holds none.</summary>
    private static string? Text(SuggestionHistoryEntry entry, string name)
    {
        using var detail = JsonDocument.Parse(entry.Detail);
        return detail.RootElement.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
    }
}
