using System.Security.Claims;
using Microsoft.AspNetCore.Localization;
using SupportConsole.Access;

namespace SupportConsole.Shell;

/// <summary>
/// Which language a person reads: what their account says (claim "language"), else what was chosen in this browser, else what the
/// browser asks for. A circuit takes the culture of the request that opened it.
/// </summary>
public static class Culture
{
    public const string Cookie = "language";

    public static IReadOnlyList<string> All { get; } = ["en", "nl"];

    public static void AddCulture(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(All[0]).AddSupportedCultures([.. All]).AddSupportedUICultures([.. All]);
            options.RequestCultureProviders =
            [
                From(http => http.User.FindFirstValue(ConsoleClaims.Language)),
                From(http => http.Request.Cookies[Cookie]),
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
    }

    /// <summary>After authentication, so that the claim is there to read.</summary>
    public static void UseCulture(this IApplicationBuilder app) => app.UseRequestLocalization();

    private static CustomRequestCultureProvider From(Func<HttpContext, string?> language) => new(http =>
        Task.FromResult(language(http) is { } text && All.Contains(text) ? new ProviderCultureResult(text) : null));
}
