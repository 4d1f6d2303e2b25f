using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using SupportConsole.Commands;
using SupportConsole.Domain;

namespace SupportConsole.Tests.TestSupport;

/// <summary>Runs commands on a data folder. A process of its own would take a second; what it runs is the same.</summary>
internal static class Commanding
{
    public static Task<(int Code, string Output, string Errors)> RunAsync(string folder, params string[] args) => RunAsync(folder, new StringWriter(), args);

    public static async Task<(int Code, string Output, string Errors)> RunAsync(string folder, StringWriter errors, params string[] args)
    {
        var builder = WebApplication.CreateBuilder([$"--Data:Folder={folder}"]);
        builder.Services.AddSupportDomain(builder.Configuration);
        await using var app = builder.Build();
        var output = new StringWriter();
        var code = await CommandLine.RunAsync(app.Services, args, output, errors);
        SqliteConnection.ClearAllPools();
        return (code, output.ToString(), errors.ToString());
    }
}
