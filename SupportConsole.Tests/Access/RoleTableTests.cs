using System.Net;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Access;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Access;

public sealed class RoleTableTests
{
    // Blazor's own; the fallback policy asks for a signed-in person, and a circuit draws only what its person may see.
    // The last one finds files of wwwroot that the build did not know.
    private static readonly string[] Framework = ["/_blazor", "/_framework/opaque-redirect", "/{**path:file}"];

    [Fact]
    public async Task Endpoints_AllThatAreMapped_StandInTheTable()
    {
        await using var host = new ConsoleHost();

        var mapped = Endpoints(host).Select(endpoint => endpoint.Name).ToList();
        var table = RoleTable.Rows.Select(row => row.Endpoint).ToList();

        mapped.Except(table).Select(name => $"{name} is mapped; add its line to RoleTable").ShouldBeEmpty();
        table.Except(mapped).Select(name => $"{name} is in RoleTable and not mapped").ShouldBeEmpty();
        table.ShouldBeUnique();
    }

    [Fact]
    public async Task Endpoints_AllThatAreMapped_NameAPolicyOrAreOpenOnPurpose()
    {
        await using var host = new ConsoleHost();
        var open = RoleTable.Rows.Where(row => row.Who is RoleTable.Open or RoleTable.Signed).Select(row => row.Endpoint).ToList();

        Endpoints(host)
            .Where(entry => entry.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
                ? !entry.Endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy is not null)
                : !open.Contains(entry.Name))
            .Select(entry => $"{entry.Name} names no policy")
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_SentAsEverybody_LetInExactlyWhomTheySay()
    {
        await using var host = new ConsoleHost { Settings = { ["Api:Burst"] = "1000" } };
        var visitors = new Dictionary<string, HttpClient> { ["nobody"] = host.StrangerClient() };
        foreach (var role in Roles.All)
            visitors[role] = await host.ClientAsync(role);
        foreach (var scope in Scopes.All)
            visitors[scope] = await host.ApiClientAsync(scope);

        var wrong = new List<string>();
        foreach (var (endpoint, who) in RoleTable.Rows)
        {
            foreach (var (name, client) in visitors)
            {
                using var answer = await client.SendAsync(Request(endpoint));
                var expected = who == RoleTable.Open || who.Split(' ').Contains(name);
                if (LetIn(answer, who) != expected || (int)answer.StatusCode >= 500)
                    wrong.Add($"{endpoint} as {name}: {(int)answer.StatusCode} {answer.Headers.Location}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static bool LetIn(HttpResponseMessage answer, string who) =>
        answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        && (who == RoleTable.Open || answer.Headers.Location?.AbsolutePathOf() != "/login");

    private static HttpRequestMessage Request(string endpoint)
    {
        var (method, pattern) = endpoint.Split(' ') is [var first, var second] ? (first, second) : throw new ArgumentException(endpoint);
        var path = System.Text.RegularExpressions.Regex.Replace(pattern, @"\{[^}]*\}", "1");
        var request = new HttpRequestMessage(method == "PAGE" ? HttpMethod.Get : new HttpMethod(method), path);
        request.Headers.Accept.ParseAdd(method == "PAGE" ? "text/html" : "application/json");
        if (method is "POST" or "PUT" or "PATCH")
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        return request;
    }

    private static IEnumerable<(string Name, RouteEndpoint Endpoint)> Endpoints(ConsoleHost host)
    {
        _ = host.Address;
        return from endpoint in host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
               let path = "/" + endpoint.RoutePattern.RawText!.Trim('/')
               where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
               where !Framework.Any(path.StartsWith)
               let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
               from method in endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null ? methods : ["PAGE"]
               select ($"{method} {path}", endpoint);
    }
}

internal static class Locations
{
    public static string AbsolutePathOf(this Uri location) =>
        location.IsAbsoluteUri ? location.AbsolutePath : location.OriginalString.Split('?')[0];
}
