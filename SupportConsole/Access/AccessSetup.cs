using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;

namespace SupportConsole.Access;

internal static class AccessSetup
{
    private const string ByPath = "ByPath";

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("SupportConsole");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<DataOptions>, ILoggerFactory>((keys, data, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(Directory.CreateDirectory(Path.Combine(data.Value.Folder, "keys")), loggers));

        services.AddAuthentication(ByPath)
            .AddPolicyScheme(ByPath, null, options => options.ForwardDefaultSelector = http =>
                http.Request.IsApi() ? ApiKeyAuthentication.Scheme : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                options.Cookie.Name = SessionCookie.Name;
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.SlidingExpiration = true;
                options.LoginPath = Links.SignIn;
                options.ReturnUrlParameter = "returnUrl";
                options.EventsType = typeof(SessionCookie);
            })
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.Scheme, null);
        services.ConfigureOptions<SessionCookie.Lifetime>();
        services.AddSingleton<SessionCookie>();
        services.AddAuthorization(Policies.AddTo);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusedPage>();
        services.AddSingleton<ISecretBox, SecretBox>();
        services.AddScoped<CurrentActor>();
        services.AddSingleton<BrowserSignIn>();
        services.AddSingleton<SignInRate>();
        services.AddSingleton<DemoDoor>();
        services.AddSingleton<ConsoleAddress>();
        services.AddSingleton<SetupLink>();
        services.AddHostedService<SetupNotice>();
        services.AddScoped<CircuitSignIn>();
        services.AddScoped<AuthenticationStateProvider>(provider => provider.GetRequiredService<CircuitSignIn>());
        services.AddScoped<CircuitHandler, CircuitUse>();
    }
}
