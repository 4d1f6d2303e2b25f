using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Access;
using SupportConsole.Domain.Access;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Access;

/// <summary>The set-up link and the link to choose a password.</summary>
public sealed class LinksThatSignInTests : IAsyncLifetime
{
    private const string Password = "four plain words here";

    private readonly FakeClock _clock = new();
    private ConsoleHost _host = null!;
    private Visitor _visitor = null!;

    private People People => _host.Services.GetRequiredService<People>();

    private string SetUp => $"/setup?token={_host.Services.GetRequiredService<SetupLink>().Token}";

    public Task InitializeAsync()
    {
        _host = new ConsoleHost { Replace = services => services.AddSingleton<TimeProvider>(_clock) };
        _visitor = new Visitor(_host);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task SetUpLink_GuessedOrMissing_OpensNothing()
    {
        (await _visitor.GetAsync("/setup")).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await _visitor.GetAsync("/setup?token=" + SecretText.New())).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await _visitor.GetAsync(SetUp)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task SetUpLink_UsedByTwoAtOnce_MakesOneAdmin()
    {
        using var second = new Visitor(_host);
        await Task.WhenAll(MakeAsync(_visitor, "ann@example.com"), MakeAsync(second, "bob@example.com"));

        (await People.ListAsync()).ShouldHaveSingleItem().Role.ShouldBe(Roles.Admin);
        (await _visitor.IsSignedInAsync() ^ await second.IsSignedInAsync()).ShouldBeTrue();
        (await _visitor.GetAsync(SetUp)).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Theory]
    [InlineData("", "ann@example.com", Password, Password)]
    [InlineData("Ann", "ann", Password, Password)]
    [InlineData("Ann", "ann@example.com", "short", "short")]
    [InlineData("Ann", "ann@example.com", Password, "something else")]
    [InlineData("Ann", "ann@example.com", "ann@example.com", "ann@example.com")]
    public async Task SetUp_FilledInWrongly_SaysSoAndMakesNobody(string name, string email, string password, string again)
    {
        var answer = await _visitor.SubmitAsync(SetUp, ("YourName", name), ("Email", email), ("Password", password), ("Again", again));

        (await answer.Content.ReadAsStringAsync()).ShouldContain("role=\"alert\"");
        (await People.NobodyYetAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task ResetLink_Used_SetsThePasswordOnceAndSignsOutEverywhereElse()
    {
        var person = await _host.AddPersonAsync(Roles.Staff, password: Password);
        using var elsewhere = new Visitor(_host);
        await elsewhere.SignInAsync(person.Email!, Password);
        var link = await LinkAsync(person);

        (await _visitor.SubmitAsync(link, ("Password", "another plain text"), ("Again", "another plain text"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await _visitor.IsSignedInAsync()).ShouldBeTrue();
        (await elsewhere.IsSignedInAsync()).ShouldBeFalse();
        (await _visitor.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await elsewhere.SignInAsync(person.Email!, Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await elsewhere.SignInAsync(person.Email!, "another plain text")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task ResetLink_OldAlteredOrReplaced_OpensNothing()
    {
        var person = await _host.AddPersonAsync(Roles.Staff);
        var first = await LinkAsync(person);
        var link = await LinkAsync(person);

        (await _visitor.GetAsync(first)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await _visitor.GetAsync(link[..^2])).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await _visitor.GetAsync("/account/password-reset")).StatusCode.ShouldBe(HttpStatusCode.Gone);
        _clock.Advance(TimeSpan.FromHours(71.9));
        (await _visitor.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK);
        _clock.Advance(TimeSpan.FromHours(0.2));
        (await _visitor.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task ResetLink_OfSomebodyDisabledSince_OpensNothing()
    {
        await _host.AddPersonAsync(Roles.Admin);
        var person = await _host.AddPersonAsync(Roles.Staff);
        var link = await LinkAsync(person);

        await People.DisableAsync(person.Id, Actor.System);

        (await _visitor.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await People.ResetTokenAsync(person.Id, Actor.System)).ShouldBeNull();
    }

    private async Task<string> LinkAsync(Person person) =>
        $"/account/password-reset?token={await People.ResetTokenAsync(person.Id, Actor.System)}";

    private Task<HttpResponseMessage> MakeAsync(Visitor visitor, string email) =>
        visitor.SubmitAsync(SetUp, ("YourName", "Somebody"), ("Email", email), ("Password", Password), ("Again", Password));
}
