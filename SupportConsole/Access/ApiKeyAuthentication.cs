using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;

namespace SupportConsole.Access;

/// <summary>Authorization: Bearer sc_...</summary>
public sealed class ApiKeyAuthentication(
    ApiKeyDirectory keys, SeenTimes seen, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "ApiKey";

    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        if (await keys.FindAsync(header[Prefix.Length..].Trim(), Context.RequestAborted) is not { } key)
            return AuthenticateResult.Fail("Unknown or revoked key.");
        seen.ApiKey(key.Id);
        return AuthenticateResult.Success(new(ConsoleClaims.Of(key), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => AccessProblems.WriteUnauthorizedAsync(
        Context, "This needs the header Authorization: Bearer sc_... with a key that is known and not revoked.");

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        AccessProblems.WriteForbiddenAsync(Context, "This key lacks the scope that this call needs.");
}
