using System.Net;
using Microsoft.Extensions.Options;
using SupportConsole.Access;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Access;

public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.Unauthorized, true)]
    [InlineData("10.0.0.0/8", HttpStatusCode.TooManyRequests, false)]
    [InlineData("", HttpStatusCode.TooManyRequests, false)]
    public async Task Headers_OfAProxy_AreBelievedFromATrustedOneOnly(string trusted, HttpStatusCode second, bool secure)
    {
        await using var host = new ConsoleHost { Settings = { ["Access:TrustedProxies"] = trusted, ["Access:SignInsPerMinute"] = "1" } };
        var person = await host.AddPersonAsync(Domain.Access.Roles.Admin, password: "four plain words here");

        using var anna = new Visitor(host, forwardedFor: "203.0.113.7");
        using var ben = new Visitor(host, forwardedFor: "203.0.113.8");
        var answer = await anna.SignInAsync(person.Email!, "four plain words here");
        var other = await ben.SignInAsync(person.Email!, "a wrong one of several words");

        other.StatusCode.ShouldBe(second);
        answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("console=", StringComparison.Ordinal))
            .Contains("; secure", StringComparison.OrdinalIgnoreCase).ShouldBe(secure);
    }

    [Fact]
    public void Word_ThatIsNoAddress_IsNamed() =>
        Should.Throw<OptionsValidationException>(() => TrustedProxies.Parse("10.0.0.1, proxy.local")).Message.ShouldContain("proxy.local");
}
