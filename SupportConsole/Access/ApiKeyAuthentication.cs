using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;

namespace SupportConsole.Access;

/// <summary>Authorization: Bearer sc_...</summary>
public sealed class ApiKeyAuthentication(
    ApiKeyDirectory keys, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "ApiKey";

    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        return await keys.FindAsync(header[Prefix.Length..].Trim(), Context.RequestAborted) is { } key
            ? AuthenticateResult.Success(new(ConsoleClaims.Of(key), Scheme))
            : AuthenticateResult.Fail("Unknown or revoked key.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => AccessProblems.WriteUnauthorizedAsync(
        Context, "This needs the header Authorization: Bearer sc_... with a key that is known and not revoked.");

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        AccessProblems.WriteForbiddenAsync(Context, "This key lacks the scope that this call needs.");
}
