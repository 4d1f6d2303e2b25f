using System.Security.Cryptography;
using System.Text;
using SupportConsole.Domain.Access;

namespace SupportConsole.Access;

/// <summary>The link that makes the first Admin: known only to who sees this process's output, and of use only while there is nobody.</summary>
public sealed class SetupLink(People people)
{
    /// <summary>New at each start; kept nowhere.</summary>
    public string Token { get; } = SecretText.New();

    public async Task<bool> HoldsAsync(string? token, CancellationToken cancellation = default) =>
        token is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(Token))
        && await people.NobodyYetAsync(cancellation);
}
