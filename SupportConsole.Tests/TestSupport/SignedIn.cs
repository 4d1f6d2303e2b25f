using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using SupportConsole.Access;
using SupportConsole.Domain.Access;

namespace SupportConsole.Tests.TestSupport;

/// <summary>
/// Somebody signed in, without the sign-in page: a person and a session as the console itself writes them, and the cookie
/// it would have set. <c>await host.ClientAsync(Roles.Staff)</c>, <c>await chromium.NewContextAsync(host, Roles.Admin)</c>.
/// </summary>
public static class SignedIn
{
    private static int _people;

    /// <summary>A new person with that role, without a password unless one is given.</summary>
    public static async Task<Person> AddPersonAsync(this ConsoleHost host, string role, string? name = null, string? password = null)
    {
        _ = host.Address;
        var number = Interlocked.Increment(ref _people);
        var draft = new PersonDraft($"{role.ToLowerInvariant()}{number}@example.com", name ?? $"{role} {number}", role);
        return (await host.Services.GetRequiredService<People>().AddAsync(draft, Actor.System, password))!;
    }

    /// <summary>Opens a session for that person and returns its cookie's value.</summary>
    public static async Task<string> CookieAsync(this ConsoleHost host, Person person)
    {
        var session = await host.Services.GetRequiredService<Sessions>().OpenAsync(person.Id, "Test", "127.0.0.1");
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var options = host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var times = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan };
        return options.TicketDataFormat.Protect(
            new AuthenticationTicket(ConsoleClaims.Of(session!), times, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    /// <summary>A browser-like client of a new person with that role. It follows no redirects.</summary>
    public static async Task<HttpClient> ClientAsync(this ConsoleHost host, string role) =>
        await host.ClientAsync(await host.AddPersonAsync(role));

    public static async Task<HttpClient> ClientAsync(this ConsoleHost host, Person person)
    {
        var client = host.StrangerClient();
        client.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={await host.CookieAsync(person)}");
        return client;
    }

    /// <summary>A client that is not signed in. It follows no redirects.</summary>
    public static HttpClient StrangerClient(this ConsoleHost host) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Address };

    /// <summary>A client with a new API key of these scopes.</summary>
    public static async Task<HttpClient> ApiClientAsync(this ConsoleHost host, params string[] scopes)
    {
        _ = host.Address;
        var draft = new ApiKeyDraft($"key{Interlocked.Increment(ref _people)}", scopes);
        var key = await host.Services.GetRequiredService<ApiKeys>().AddAsync(draft, Actor.System);
        var client = host.StrangerClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>A fresh browser profile in which a new person with that role is signed in.</summary>
    public static async Task<IBrowserContext> NewContextAsync(
        this ChromiumFixture chromium, ConsoleHost host, string role, BrowserNewContextOptions? options = null)
    {
        var context = await chromium.NewContextAsync(host, options);
        await context.SignInAsync(host, await host.AddPersonAsync(role));
        return context;
    }

    /// <summary>Signs this browser profile in as that person.</summary>
    public static async Task SignInAsync(this IBrowserContext context, ConsoleHost host, Person person) =>
        await context.AddCookiesAsync(
            [new() { Name = SessionCookie.Name, Value = await host.CookieAsync(person), Url = host.Address.ToString(), HttpOnly = true }]);
}
