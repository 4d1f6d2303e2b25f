using System.Text.Json;
using System.Text.RegularExpressions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Api;

public sealed partial class ApiDescriptionTests : IAsyncLifetime
{
    private readonly ConsoleHost _host = new();
    private JsonElement _description;

    public async Task InitializeAsync()
    {
        using var client = _host.StrangerClient();
        _description = JsonElement.Parse(await client.GetStringAsync("/openapi/v1.json"));
    }

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public void Endpoints_AllOfThem_SayWhatTheyDoWhoMayAndWhatTheyAnswer()
    {
        var operations = Operations().ToList();

        operations.Count.ShouldBeGreaterThan(15);
        operations.Where(operation => Text(operation.Json, "summary").Length == 0 || Text(operation.Json, "description").Length == 0
                || !operation.Json.TryGetProperty("security", out var security) || security.GetArrayLength() == 0
                || !operation.Json.GetProperty("responses").EnumerateObject().Any(response => response.Name[0] == '2')
                || !operation.Json.GetProperty("responses").TryGetProperty("401", out _))
            .Select(operation => operation.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Names_AllOfThem_AreInSnakeCase()
    {
        var names = _description.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(schema => schema.Value.TryGetProperty("properties", out _))
            .SelectMany(schema => schema.Value.GetProperty("properties").EnumerateObject().Select(property => property.Name))
            .Concat(Operations().SelectMany(operation => Parameters(operation.Json)));

        names.Where(name => !SnakeCase().IsMatch(name) && !name.StartsWith("X-", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private IEnumerable<(string Name, JsonElement Json)> Operations() =>
        _description.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => ($"{method.Name} {path.Name}", method.Value)));

    private static IEnumerable<string> Parameters(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().Select(parameter => Text(parameter, "name")) : [];

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex SnakeCase();
}
