using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Workspace;

namespace SupportConsole.Access;

/// <summary>Where people open this console, for links that leave it.</summary>
public sealed class ConsoleAddress(IOptionsMonitor<WorkspaceOptions> workspace, IServer server, IConfiguration configuration)
{
    // What ASP.NET Core listens on when nothing is said.
    private const string Default = "http://localhost:5000";

    /// <summary>An absolute link to <paramref name="path"/>, with a token that is shown to nobody else.</summary>
    public string Of(string path, string? token = null) =>
        Root() + path + (token is null ? "" : "?token=" + Uri.EscapeDataString(token));

    private string Root()
    {
        if (workspace.CurrentValue.Address.Length > 0)
            return workspace.CurrentValue.Address.TrimEnd('/');
        return Listening();
    }

    /// <summary>Where it listens, in a form that opens in a browser on this machine.</summary>
    public string Listening()
    {
        var listens = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? configuration["urls"]?.Split(';').FirstOrDefault()
            ?? Default;
        return listens.TrimEnd('/').Replace("//0.0.0.0", "//127.0.0.1").Replace("//[::]", "//127.0.0.1").Replace("//*", "//127.0.0.1").Replace("//+", "//127.0.0.1");
    }
}
