namespace SupportConsole.Suggestions;

internal static class SuggestionsSetup
{
    public static void AddSuggestionPages(this IServiceCollection services)
    {
        services.AddSingleton<SuggestionWording>();
    }
}
