using Microsoft.Extensions.Localization;
using SupportConsole.Controls;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Suggestions;

namespace SupportConsole.Notifications;

/// <summary>Words a notification in the reader's language, from its kind and its card as it now is.</summary>
public sealed class NotificationWording(IStringLocalizer<NotificationWords> words, SuggestionWording cards)
{
    /// <summary>"Suggested for "Car Finance Checker": +31 points"</summary>
    public string Title(NotificationRow row) => row.Kind switch
    {
        Notification.InstructionSuggestion => words["Title.instruction_suggestion", row.ProjectName, Signed.Text(row.Predicted.Points, 0)],
        Notification.SuggestionApplied => words["Title.suggestion_applied", row.ProjectName, What(row)],
        _ => words[$"Title.suggestion_judged.{row.Verdict ?? Verdict.TooLittleData}", row.ProjectName, Signed.Text(row.ActualPoints ?? 0, 0)],
    };

    /// <summary>What stands under the title: how much is suggested and what it is worth, or what was changed.</summary>
    public string Text(NotificationRow row) => row.Kind switch
    {
        Notification.InstructionSuggestion => words[
            "Text.instruction_suggestion", What(row), row.Changes == 1 ? words["ChangesOne"] : words["Changes", row.Changes], cards.Worth(row.Predicted)],
        Notification.SuggestionApplied => words["Text.suggestion_applied", Signed.Text(row.Predicted.Points, 0)],
        _ => words["Text.suggestion_judged", What(row), Signed.Text(row.Predicted.Points, 0)],
    };

    private string What(NotificationRow row) => cards.Title(row.Cause, row.Field, row.FieldLabel);
}
