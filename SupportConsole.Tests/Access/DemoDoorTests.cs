using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Access;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Access;

public sealed class DemoDoorTests : IAsyncLifetime
{
    private ConsoleHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = new ConsoleHost();
        await _host.AddPersonAsync(Roles.Manager);
        foreach (var role in new[] { Roles.Admin, Roles.Staff })
            await _host.Services.GetRequiredService<People>().AddAsync(new PersonDraft($"{role}@demo.example", role, role, Demo: true), Actor.System);
    }

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task Door_AskedFromThisMachine_OpensForDemoPeopleOnly()
    {
        (await OpenAsync("staff")).ShouldNotBeNull();
        (await OpenAsync("ADMIN", "::1")).ShouldNotBeNull();
        (await OpenAsync("admin")).ShouldNotBe(await OpenAsync("staff"));
        (await OpenAsync("manager")).ShouldBeNull("the manager here is a real one");
        (await OpenAsync("owner")).ShouldBeNull();
        (await OpenAsync("admin", demo: "false")).ShouldBeNull();
    }

    [Theory]
    [InlineData("192.168.1.20", "Host")]
    [InlineData("::ffff:192.168.1.20", "Host")]
    [InlineData("127.0.0.1", "X-Forwarded-For")]
    [InlineData("127.0.0.1", "Forwarded")]
    [InlineData("127.0.0.1", "X-Original-For")]
    [InlineData("127.0.0.1", "X-Real-IP")]
    public async Task Door_AskedFromElsewhereOrThroughAProxyHere_StaysShut(string address, string header) =>
        (await OpenAsync("admin", address, header)).ShouldBeNull();

    private Task<long?> OpenAsync(string role, string address = "127.0.0.1", string header = "Host", string demo = "true")
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Demo:Enabled", (string?)demo)]).Build();
        var door = new DemoDoor(configuration, _host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>());
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        http.Request.Headers[header] = "127.0.0.1";
        return door.OpenAsync(http, role);
    }
}
