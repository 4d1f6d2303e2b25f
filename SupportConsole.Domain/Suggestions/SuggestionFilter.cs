namespace SupportConsole.Domain.Suggestions;

/// <summary>Which cards a list holds (all of them without a view), and in what order: open ones by worth and the others newest first, unless told.</summary>
public sealed record SuggestionFilter(SuggestionView? View, long? ProjectId = null, SuggestionSort? Sort = null)
{
    public SuggestionSort Order => Sort ?? (View == SuggestionView.Open ? SuggestionSort.Worth : SuggestionSort.Newest);
}
