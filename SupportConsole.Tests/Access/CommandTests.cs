using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Commands;
using SupportConsole.Domain.Access;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Access;

/// <summary>Commands in a process of their own, beside a console that runs on the same data.</summary>
public sealed class CommandTests : IAsyncLifetime
{
    private ConsoleHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = new ConsoleHost();
        await _host.AddPersonAsync(Roles.Admin);
    }

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task User_DisabledByACommand_IsOutOfTheRunningConsoleOnceItHears()
    {
        var person = await _host.AddPersonAsync(Roles.Staff);
        using var client = await _host.ClientAsync(person);
        (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await RunAsync("user", "disable", person.Email!)).Code.ShouldBe(0);

        await _host.Services.GetRequiredService<AccessNews>().TellAsync();
        (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task User_AddedByACommand_ComesInWithThePrintedLink()
    {
        var added = await RunAsync("user", "add", "ann@example.com", "--role", "manager", "--name", "Ann Manager");
        added.Code.ShouldBe(0);
        var link = new Uri(added.Output.Split(['\n', ' '], StringSplitOptions.TrimEntries).Single(word => word.Contains("://")));
        using var visitor = new Visitor(_host);

        await visitor.SubmitAsync(link.PathAndQuery, ("Password", "four plain words here"), ("Again", "four plain words here"));

        (await visitor.IsSignedInAsync()).ShouldBeTrue();
        (await RunAsync("user", "list")).Output.ShouldContain("ann@example.com\tManager\tactive\tAnn Manager");
    }

    [Fact]
    public async Task ApiKey_MadeByACommand_OpensTheApiAndIsPrintedAlone()
    {
        var added = await RunAsync("apikey", "add", "reports", "--scopes", "read");
        using var client = _host.StrangerClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", added.Output.Trim());

        added.Output.Trim().ShouldMatch("^sc_[A-Za-z0-9_-]{43}$");
        (await client.GetAsync("/api/projects")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await RunAsync("apikey", "list")).Output.ShouldNotContain(added.Output.Trim());
        (await RunAsync("apikey", "revoke", "reports")).Code.ShouldBe(0);
        await _host.Services.GetRequiredService<AccessNews>().TellAsync();
        (await client.GetAsync("/api/projects")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(0, "--help")]
    [InlineData(0, "user", "list")]
    [InlineData(0, "webhook", "add", "phones", "--kind", "call-ended")]
    [InlineData(1, "user", "reset", "nobody@example.com")]
    [InlineData(1, "apikey", "revoke", "nothing")]
    [InlineData(2, "user")]
    [InlineData(2, "nonsense")]
    [InlineData(2, "user", "add", "ann@example.com", "--role", "boss")]
    [InlineData(2, "user", "add", "not-an-address", "--role", "admin")]
    [InlineData(2, "apikey", "add", "k", "--scopes", "everything")]
    [InlineData(2, "webhook", "add", "w", "--kind", "pigeon")]
    public async Task Command_Whatever_SaysByItsExitCodeHowItWent(int code, params string[] args)
    {
        var output = new StringWriter();
        var errors = new StringWriter();

        (await CommandLine.RunAsync(_host.Services, args, output, errors)).ShouldBe(code);

        (errors.ToString().Trim().Length > 0).ShouldBe(code != 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(false, "--urls", "http://127.0.0.1:5080")]
    [InlineData(false, "--environment=Testing", "--Data:Folder=/tmp/x")]
    [InlineData(true, "user", "list")]
    [InlineData(true, "--version")]
    public void Arguments_OfTheWebConsole_AreNoCommand(bool asks, params string[] args) => CommandLine.Asks(args).ShouldBe(asks);

    private async Task<(int Code, string Output)> RunAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        start.ArgumentList.Add(typeof(CommandLine).Assembly.Location);
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        start.ArgumentList.Add($"--Data:Folder={_host.DataFolder}");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        (await errors).ShouldBe("");
        return (process.ExitCode, output);
    }
}
