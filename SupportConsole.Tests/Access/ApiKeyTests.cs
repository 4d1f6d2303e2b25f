using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Access;

public sealed class ApiKeyTests : IAsyncLifetime
{
    private readonly FakeClock _clock = new();
    private ConsoleHost _host = null!;
    private HttpClient _client = null!;
    private string _key = "";

    private ApiKeys Keys => _host.Services.GetRequiredService<ApiKeys>();

    public async Task InitializeAsync()
    {
        _host = new ConsoleHost { Replace = services => services.AddSingleton<TimeProvider>(_clock) };
        _client = _host.StrangerClient();
        _key = (await Keys.AddAsync(new ApiKeyDraft("dialer", [Scopes.Read]), Actor.System))!;
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _key);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Key_Revoked_OpensNothingAtOnce()
    {
        (await AskAsync()).ShouldBe(HttpStatusCode.OK);

        (await Keys.RevokeAsync("dialer", Actor.System)).ShouldBeTrue();

        (await AskAsync()).ShouldBe(HttpStatusCode.Unauthorized);
        (await Keys.RevokeAsync("dialer", Actor.System)).ShouldBeFalse();
    }

    [Fact]
    public async Task Key_InTheDatabase_CannotBeReadBack()
    {
        await using var db = await _host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        var row = await db.ApiKeys.SingleAsync();

        _key.Length.ShouldBe(46);
        row.Hash.ShouldNotContain(_key[3..]);
        _key.ShouldStartWith(row.Start);
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", row.Hash);
        (await AskAsync()).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Name_OfARevokedKey_MayBeGivenAnewAndOfOneInUseNot()
    {
        (await Keys.AddAsync(new ApiKeyDraft("dialer", [Scopes.Read]), Actor.System)).ShouldBeNull();
        await Keys.RevokeAsync("dialer", Actor.System);

        var next = await Keys.AddAsync(new ApiKeyDraft("dialer", [Scopes.Read]), Actor.System);

        (await AskAsync()).ShouldBe(HttpStatusCode.Unauthorized);
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", next);
        (await AskAsync()).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task LastUse_OfABusyKey_IsWrittenOnceAMinute()
    {
        var seen = _host.Services.GetRequiredService<SeenTimes>();
        async Task<DateTime?> usedAsync()
        {
            await AskAsync();
            await seen.WriteAsync();
            return (await Keys.ListAsync()).Single().LastUsedAt;
        }

        var first = await usedAsync();
        first.ShouldBe(_clock.GetUtcNow().UtcDateTime);
        _clock.Advance(TimeSpan.FromSeconds(59));
        (await usedAsync()).ShouldBe(first);
        _clock.Advance(TimeSpan.FromSeconds(2));
        (await usedAsync()).ShouldBe(_clock.GetUtcNow().UtcDateTime);
    }

    [Theory]
    [InlineData("", "read")]
    [InlineData("a b", "read")]
    [InlineData("-x", "read")]
    [InlineData("ok", "write")]
    [InlineData("ok", "")]
    public void Draft_WithANonsenseNameOrScope_SaysWhichField(string name, string scope) =>
        new ApiKeyDraft(name, scope.Length == 0 ? [] : [scope]).Check().ToDictionary().Keys.ShouldBe([name == "ok" ? "scopes" : "name"]);

    private async Task<HttpStatusCode> AskAsync() => (await _client.GetAsync("/api/projects")).StatusCode;
}
