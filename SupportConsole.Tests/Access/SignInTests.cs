using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Access;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Password = "four plain words here";

    private readonly FakeClock _clock = new();
    private ConsoleHost _host = null!;
    private Person _person = null!;

    public async Task InitializeAsync()
    {
        _host = new ConsoleHost { Replace = services => services.AddSingleton<TimeProvider>(_clock) };
        _person = await _host.AddPersonAsync(Roles.Staff, password: Password);
    }

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task Password_ThatIsRight_SignsInWithACookieNoScriptCanRead()
    {
        using var visitor = new Visitor(_host);

        var answer = await visitor.SignInAsync(_person.Email!.ToUpperInvariant(), Password, "/?tab=mine");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldEndWith("/?tab=mine");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("console=", StringComparison.Ordinal)).ToLowerInvariant();
        cookie.ShouldContain("; httponly");
        cookie.ShouldContain("; samesite=lax");
        cookie.ShouldContain("; max-age=1209600");
        (await visitor.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Refusal_OfAKnownAndAnUnknownName_ReadsTheSame()
    {
        using var visitor = new Visitor(_host);
        var noPassword = await _host.AddPersonAsync(Roles.Admin);

        var known = await visitor.SignInAsync(_person.Email!, "wrong password");
        var unknown = await visitor.SignInAsync("nobody@example.com", Password);
        var invited = await visitor.SignInAsync(noPassword.Email!, "");

        new[] { known, unknown, invited }.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Unauthorized);
        (await AlertAsync(unknown)).ShouldBe(await AlertAsync(known));
        (await AlertAsync(invited)).ShouldBe(await AlertAsync(known));
        (await visitor.IsSignedInAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task ReturnUrl_ToAnotherPlace_IsNotFollowed(string returnUrl)
    {
        using var visitor = new Visitor(_host);

        var answer = await visitor.SignInAsync(_person.Email!, Password, returnUrl);

        new Uri(_host.Address, answer.Headers.Location!).ShouldBe(new Uri(_host.Address, "/"));
    }

    [Fact]
    public async Task WrongPasswords_FiveInARow_RestTheNameForFifteenMinutes()
    {
        using var visitor = new Visitor(_host);
        for (var i = 0; i < 4; i++)
            await visitor.SignInAsync(_person.Email!, "wrong password");
        (await visitor.SignInAsync(_person.Email!, Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var other = new Visitor(_host);
        for (var i = 0; i < 5; i++)
            await other.SignInAsync(_person.Email!, "wrong password");
        (await other.SignInAsync(_person.Email!, Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await visitor.IsSignedInAsync()).ShouldBeTrue();

        _clock.Advance(TimeSpan.FromMinutes(14.9));
        (await other.SignInAsync(_person.Email!, Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        _clock.Advance(TimeSpan.FromMinutes(0.2));
        (await other.SignInAsync(_person.Email!, Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Guesses_SentAllAtOnce_AreCountedOneByOne()
    {
        var signIn = _host.Services.GetRequiredService<SignIn>();

        var guesses = Enumerable.Range(0, 12).Select(i => Task.Run(() => signIn.PasswordAsync(_person.Email!, $"guess number {i}")));
        await Task.WhenAll(guesses);

        (await signIn.PasswordAsync(_person.Email!, Password)).PersonId.ShouldBeNull();
        await using var db = await _host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        (await db.AuditEntries.CountAsync(entry => entry.Action == "person.locked")).ShouldBe(1);
    }

    [Fact]
    public async Task Tries_FromOneAddress_AreLimitedOverAllNames()
    {
        await using var host = new ConsoleHost { Settings = { ["Access:SignInsPerMinute"] = "3" } };
        using var visitor = new Visitor(host);
        for (var i = 0; i < 3; i++)
            (await visitor.SignInAsync($"name{i}@example.com", Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        var refused = await visitor.SignInAsync("name4@example.com", Password);

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        (await visitor.GetAsync("/login")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task DemoDoor_WithTheDemoOff_StaysShut()
    {
        using var visitor = new Visitor(_host);

        (await visitor.GetAsync("/login?as=staff")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await visitor.IsSignedInAsync()).ShouldBeFalse();
    }

    private static async Task<string> AlertAsync(HttpResponseMessage answer) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync())
            .QuerySelector("[role=alert]").ShouldNotBeNull().TextContent;
}
