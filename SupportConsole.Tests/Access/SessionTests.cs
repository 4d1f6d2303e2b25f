using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Access;

public sealed class SessionTests : IAsyncLifetime
{
    private const string Password = "four plain words here";

    private readonly FakeClock _clock = new();
    private ConsoleHost _host = null!;
    private Person _admin = null!;
    private Person _person = null!;
    private Visitor _laptop = null!;
    private Visitor _phone = null!;

    private People People => _host.Services.GetRequiredService<People>();

    private Actor Me => new(_person.UserName!, _person.Id);

    public async Task InitializeAsync()
    {
        _host = new ConsoleHost { Replace = services => services.AddSingleton<TimeProvider>(_clock) };
        _admin = await _host.AddPersonAsync(Roles.Admin);
        _person = await _host.AddPersonAsync(Roles.Manager, password: Password);
        (_laptop, _phone) = (new Visitor(_host), new Visitor(_host));
        await _laptop.SignInAsync(_person.Email!, Password);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _phone.SignInAsync(_person.Email!, Password);
        (await _phone.IsSignedInAsync()).ShouldBeTrue();
    }

    public async Task DisposeAsync()
    {
        _laptop.Dispose();
        _phone.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Session_RevokedOnALostPhone_EndsThereAtOnceAndNowhereElse()
    {
        var own = _host.Services.GetRequiredService<OwnSessions>();
        var laptop = await LaptopAsync();
        var phone = (await own.ListAsync(Me, laptop)).Single(row => !row.Current);

        (await own.RevokeAsync(new Actor(_admin.UserName!, _admin.Id), phone.Id)).ShouldBeFalse();
        (await _phone.IsSignedInAsync()).ShouldBeTrue();
        (await own.RevokeAsync(Me, phone.Id)).ShouldBeTrue();

        (await _laptop.IsSignedInAsync()).ShouldBeTrue();
        (await _phone.IsSignedInAsync()).ShouldBeFalse();
        (await own.ListAsync(Me, laptop)).ShouldHaveSingleItem().Current.ShouldBeTrue();
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("role")]
    [InlineData("sign out")]
    public async Task Access_TakenByAnAdmin_EndsEverySession(string how)
    {
        var actor = new Actor(_admin.UserName!, _admin.Id);

        var outcome = how switch
        {
            "disable" => await People.DisableAsync(_person.Id, actor),
            "role" => await People.ChangeRoleAsync(_person.Id, Roles.Staff, actor),
            _ => await People.SignOutAsync(_person.Id, actor),
        };

        outcome.ShouldBe(PersonOutcome.Done);
        (await _laptop.IsSignedInAsync()).ShouldBeFalse();
        (await _phone.IsSignedInAsync()).ShouldBeFalse();
        var again = await _laptop.SignInAsync(_person.Email!, Password);
        again.StatusCode.ShouldBe(how == "disable" ? HttpStatusCode.Unauthorized : HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Password_Changed_SignsOutEverywhereElse()
    {
        var account = _host.Services.GetRequiredService<OwnAccount>();
        var laptop = await LaptopAsync();

        (await account.ChangePasswordAsync(Me, "wrong password", "another plain text", laptop)).ShouldBe(PasswordOutcome.WrongPassword);
        (await account.ChangePasswordAsync(Me, Password, "short", laptop)).ShouldBe(PasswordOutcome.TooShort);
        (await account.ChangePasswordAsync(Me, Password, "ababababababab", laptop)).ShouldBe(PasswordOutcome.TooPlain);
        (await account.ChangePasswordAsync(Me, Password, "another plain text", laptop)).ShouldBe(PasswordOutcome.Done);

        (await _laptop.IsSignedInAsync()).ShouldBeTrue();
        (await _phone.IsSignedInAsync()).ShouldBeFalse();
        (await _phone.SignInAsync(_person.Email!, Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await _phone.SignInAsync(_person.Email!, "another plain text")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Session_NotUsedForTwoWeeks_EndsAndOneInUseDoesNot()
    {
        for (var day = 0; day < 15; day++)
        {
            _clock.Advance(TimeSpan.FromDays(1));
            (await _laptop.IsSignedInAsync()).ShouldBeTrue();
            await _host.Services.GetRequiredService<SeenTimes>().WriteAsync();
        }

        (await _phone.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task LastSeen_OfABusySession_IsWrittenOnceAMinute()
    {
        var seen = _host.Services.GetRequiredService<SeenTimes>();
        async Task<DateTime> laptopAsync()
        {
            await _laptop.IsSignedInAsync();
            await seen.WriteAsync();
            await using var db = await _host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
            return await db.PersonSessions.OrderBy(row => row.CreatedAt).Where(row => row.PersonId == _person.Id).MaxAsync(row => row.LastSeenAt);
        }

        _clock.Advance(TimeSpan.FromMinutes(2));
        var first = await laptopAsync();
        first.ShouldBe(_clock.GetUtcNow().UtcDateTime);
        _clock.Advance(TimeSpan.FromSeconds(30));
        (await laptopAsync()).ShouldBe(first);
        _clock.Advance(TimeSpan.FromSeconds(31));
        (await laptopAsync()).ShouldBe(_clock.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task SignOut_FromAForeignPage_DoesNothing()
    {
        (await _laptop.PostAsync("/logout")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await _laptop.IsSignedInAsync()).ShouldBeTrue();
    }

    private async Task<Guid> LaptopAsync() =>
        (await _host.Services.GetRequiredService<OwnSessions>().ListAsync(Me, Guid.Empty)).MinBy(row => row.CreatedAt)!.Id;
}
