using Microsoft.AspNetCore.WebUtilities;
using SupportConsole.Domain.Suggestions;

namespace SupportConsole.Suggestions;

/// <summary>What the inbox shows, as its address says it: a link to it, a reload and the back button all lead to the same.</summary>
/// <param name="View">Null when the address names none: then it is the list that the card stands in, else the open cards.</param>
/// <param name="Project">The project's external id.</param>
public sealed record InboxAddress(SuggestionView? View, string? Project, SuggestionSort? Sort, long? Card, bool Preview)
{
    /// <summary>Values that nobody here wrote (a link from elsewhere, a typo) are left out rather than refused.</summary>
    public static InboxAddress Parse(string? view, string? project, string? sort, string? card, string? preview) => new(
        Value<SuggestionView>(view),
        string.IsNullOrWhiteSpace(project) ? null : project,
        Value<SuggestionSort>(sort),
        long.TryParse(card, out var id) && id > 0 ? id : null,
        preview == "1");

    public bool SameList(InboxAddress other) => (View, Project, Sort) == (other.View, other.Project, other.Sort);

    public override string ToString()
    {
        var query = new Dictionary<string, string?>
        {
            ["view"] = Name(View),
            ["project"] = Project,
            ["sort"] = Name(Sort),
            ["card"] = Card?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["preview"] = Preview ? "1" : null,
        };
        return QueryHelpers.AddQueryString(Links.Suggestions, query.Where(pair => pair.Value is not null));
    }

    private static T? Value<T>(string? text)
        where T : struct, Enum =>
        text is { Length: > 0 } && char.IsLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value) ? value : null;

    private static string? Name<T>(T? value)
        where T : struct, Enum => value?.ToString().ToLowerInvariant();
}
