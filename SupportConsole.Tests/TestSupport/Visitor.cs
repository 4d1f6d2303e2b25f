using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SupportConsole.Tests.TestSupport;

/// <summary>Somebody with a browser without scripts: keeps cookies, fills forms, and says where an answer would lead.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _client;

    /// <param name="host">The console.</param>
    /// <param name="forwardedFor">Whose request a proxy on this machine says it is, over HTTPS; none stands between when null.</param>
    public Visitor(ConsoleHost host, string? forwardedFor = null)
    {
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = host.Address };
        if (forwardedFor is null)
            return;
        _client.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        _client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
    }

    public CookieContainer Cookies { get; } = new();

    public Task<HttpResponseMessage> GetAsync(string address) => _client.GetAsync(address);

    /// <summary>Opens a page, fills its form and sends it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string address, params (string Field, string Value)[] filled)
    {
        var page = new HtmlParser().ParseDocument(await _client.GetStringAsync(address));
        var form = page.QuerySelector<IHtmlFormElement>("form").ShouldNotBeNull();
        var hidden = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => (input.Name!, input.Value));
        return await PostAsync(address, [.. hidden, .. filled]);
    }

    public Task<HttpResponseMessage> PostAsync(string address, params (string Field, string Value)[] fields) =>
        _client.PostAsync(address, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Field, field.Value))));

    public Task<HttpResponseMessage> SignInAsync(string email, string password, string returnUrl = "/") =>
        SubmitAsync($"/login?returnUrl={Uri.EscapeDataString(returnUrl)}", ("Email", email), ("Password", password));

    /// <summary>Whether Today opens.</summary>
    public async Task<bool> IsSignedInAsync() => (await GetAsync("/")).StatusCode == HttpStatusCode.OK;

    public void Dispose() => _client.Dispose();
}
