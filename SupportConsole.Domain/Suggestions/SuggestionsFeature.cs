using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Suggestions.Catalogue;
using SupportConsole.Domain.Suggestions.Impact;
using SupportConsole.Domain.Suggestions.Learning;

namespace SupportConsole.Domain.Suggestions;

public static class SuggestionsFeature
{
    public static IServiceCollection AddSuggestions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SuggestionOptions>().Bind(configuration.GetSection("Suggestions")).ValidateDataAnnotations()
            .Validate(options => options.HighPoints >= options.MediumPoints, "Suggestions:HighPoints must not be under Suggestions:MediumPoints.")
            .ValidateOnStart();
        services.AddOptions<ImpactOptions>().Bind(configuration.GetSection("Impact")).ValidateDataAnnotations()
            .Validate(options => options.MaximumCalls >= options.MinimumCalls, "Impact:MaximumCalls must not be under Impact:MinimumCalls.")
            .ValidateOnStart();
        return services
            .AddSingleton<ChangeCatalogue>()
            .AddSingleton<StoredCatalogue>()
            .AddSingleton<CatalogueEditing>()
            .AddSingleton<CatalogueQueries>()
            .AddSingleton<CataloguePreviewing>()
            .AddSingleton<EvidenceReading>()
            .AddSingleton<SteadyReading>()
            .AddSingleton<SuggestionProposer>()
            .AddSingleton<ProjectCheck>()
            .AddSingleton<SuggestionApplier>()
            .AddSingleton<SuggestionDecisions>()
            .AddSingleton<SuggestionQueries>()
            .AddSingleton<OpenCardCounts>()
            .AddSingleton<SuggestionReading>()
            .AddSingleton<NotificationReading>()
            .AddSingleton<NotificationSeeing>()
            .AddSingleton<ImpactMeter>()
            .AddSingleton<ImpactJudging>()
            .AddSingleton<ImpactQueries>()
            .AddSingleton<ImpactLists>()
            .AddSingleton<OutcomeLedger>()
            .AddSingleton<LedgerQueries>()
            .AddSingleton<Lessons>();
    }
}
