using SupportConsole.Shell;

namespace SupportConsole.Suggestions;

internal static class SuggestionsSetup
{
    public static void AddSuggestionPages(this IServiceCollection services)
    {
        services.AddSingleton<SuggestionWording>();
        services.AddScoped<CardStory>();
        services.AddScoped<CardDecisions>();
        services.AddScoped<SnoozeTimes>();
        services.AddTransient<SuggestionInbox>();
        services.AddSingleton<SuggestionAnswers>();
        services.AddSingleton<INavigationCount, SuggestionCount>();
        services.AddScoped<ICommandSource, SuggestionCommands>();
    }
}
