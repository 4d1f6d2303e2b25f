using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Access;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Access;

public sealed class CodesTests : IAsyncLifetime
{
    private const string Password = "four plain words here";

    private readonly FakeClock _clock = new();
    private ConsoleHost _host = null!;
    private Person _person = null!;
    private byte[] _key = [];
    private IReadOnlyList<string> _recovery = [];

    private OwnCodes Codes => _host.Services.GetRequiredService<OwnCodes>();

    private Actor Me => new(_person.UserName!, _person.Id);

    public async Task InitializeAsync()
    {
        _host = new ConsoleHost { Replace = services => services.AddSingleton<TimeProvider>(_clock) };
        _person = await _host.AddPersonAsync(Roles.Admin, password: Password);
        _key = FromBase32((await Codes.StartAsync(Me))!.Text);
        _recovery = (await Codes.ConfirmAsync(Me, Code())).ShouldNotBeNull();
        _clock.Advance(TimeSpan.FromMinutes(1));
    }

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(20000000000, "353130")]
    public void Code_OfTheStandardsExamples_IsTheirs(long seconds, string code) =>
        Totp.Code("12345678901234567890"u8.ToArray(), Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))).ShouldBe(code);

    [Fact]
    public async Task Password_Alone_SignsNobodyIn()
    {
        using var visitor = new Visitor(_host);

        var answer = await visitor.SignInAsync(_person.Email!, Password, "/?tab=mine");

        answer.Headers.Location!.OriginalString.ShouldContain("/login/code?returnUrl=%2F%3Ftab%3Dmine");
        (await visitor.IsSignedInAsync()).ShouldBeFalse();
        (await visitor.SubmitAsync("/login/code", ("Code", "000000"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await visitor.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Code_OfNow_SignsInOnceAndIsWorthNothingAfterwards()
    {
        var code = Code();
        (await TryAsync(code)).ShouldBeTrue();
        (await TryAsync(code)).ShouldBeFalse();

        _clock.Advance(TimeSpan.FromSeconds(30));
        (await TryAsync(Code())).ShouldBeTrue();
    }

    [Fact]
    public async Task Code_OfAClockThatIsOff_WorksForHalfAMinuteOnly()
    {
        (await TryAsync(Code(TimeSpan.FromSeconds(-90)))).ShouldBeFalse();
        (await TryAsync(Code(TimeSpan.FromSeconds(60)))).ShouldBeFalse();
        (await TryAsync(Code(TimeSpan.FromSeconds(-30)))).ShouldBeTrue();
    }

    [Fact]
    public async Task RecoveryCode_FromPaper_WorksOnceInAnySpelling()
    {
        _recovery.Count.ShouldBe(10);
        (await TryAsync(_recovery[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal))).ShouldBeTrue();
        (await TryAsync(_recovery[3])).ShouldBeFalse();
        (await Codes.RecoveryLeftAsync(Me)).ShouldBe(9);

        (await Codes.RenewRecoveryAsync(Me, "wrong password")).ShouldBeNull();
        var renewed = (await Codes.RenewRecoveryAsync(Me, Password)).ShouldNotBeNull();
        (await TryAsync(_recovery[4])).ShouldBeFalse();
        (await TryAsync(renewed[0])).ShouldBeTrue();
    }

    [Fact]
    public async Task Start_WhileCodesAreOn_LeavesTheOwnersAppInPlace()
    {
        (await Codes.StartAsync(Me)).ShouldBeNull();

        (await TryAsync(Code())).ShouldBeTrue();
    }

    [Fact]
    public async Task Confirm_OfAKeyBegunBeforeCodesWereOn_ReplacesNothing()
    {
        await using var db = await _host.Get<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        var key = await db.UserTokens.SingleAsync(token => token.UserId == _person.Id && token.Name == "key");
        db.UserTokens.Add(new() { UserId = _person.Id, LoginProvider = key.LoginProvider, Name = "pending", Value = key.Value });
        await db.SaveChangesAsync();

        (await Codes.ConfirmAsync(Me, Code())).ShouldBeNull();
    }

    [Fact]
    public async Task RenewRecovery_WhileCodesAreOff_IsNotSaidToHaveHappened()
    {
        await Codes.DisableAsync(Me, Password);

        (await Codes.RenewRecoveryAsync(Me, Password)).ShouldBeNull();

        await using var db = await _host.Get<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        (await db.AuditEntries.AnyAsync(entry => entry.Action == "person.recovery_renewed")).ShouldBeFalse();
    }

    [Fact]
    public async Task WrongCodes_WithThePasswordTypedAnewEachTime_StillLeadToTheLockout()
    {
        for (var i = 0; i < 5; i++)
            (await TryAsync("000000")).ShouldBeFalse();

        (await TryAsync(Code())).ShouldBeFalse();
        _clock.Advance(TimeSpan.FromMinutes(16));
        (await TryAsync(Code())).ShouldBeTrue();
    }

    [Fact]
    public async Task CodePage_WithoutAPasswordBefore_LeadsToSignIn()
    {
        using var visitor = new Visitor(_host);

        (await visitor.GetAsync("/login/code")).Headers.Location!.OriginalString.ShouldContain("/login?");
        using var late = new Visitor(_host);
        await late.SignInAsync(_person.Email!, Password);
        _clock.Advance(TimeSpan.FromMinutes(11));
        (await late.GetAsync("/login/code")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Codes_SwitchedOff_NeedThePasswordAndAreAskedNoMore()
    {
        (await Codes.DisableAsync(Me, "wrong password")).ShouldBeFalse();
        (await Codes.DisableAsync(Me, Password)).ShouldBeTrue();

        using var visitor = new Visitor(_host);
        await visitor.SignInAsync(_person.Email!, Password);
        (await visitor.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Key_InTheDatabase_IsNotReadable()
    {
        await using var db = await _host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        var kept = await db.UserTokens.Select(token => token.Value).ToListAsync();

        kept.ShouldNotBeEmpty();
        kept.ShouldNotContain(value => value!.Contains(Totp.Base32(_key)) || value.Contains(Convert.ToBase64String(_key)) || value.Contains(_recovery[0]));
    }

    [Fact]
    public void QrCode_OfAKey_IsADrawing() =>
        QrCode.Svg("otpauth://totp/x?secret=ABC").ShouldStartWith("<svg");

    private string Code(TimeSpan off = default) => Totp.Code(_key, Totp.StepAt(_clock.GetUtcNow() + off));

    /// <summary>Signs in with the password and this code.</summary>
    private async Task<bool> TryAsync(string code)
    {
        var signIn = _host.Services.GetRequiredService<SignIn>();
        var step = await signIn.PasswordAsync(_person.Email!, Password);
        return await signIn.CodeAsync(step.Halfway, code) == _person.Id;
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
