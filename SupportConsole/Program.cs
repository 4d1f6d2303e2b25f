using SupportConsole.Access;
using SupportConsole.Commands;
using SupportConsole.Demo;
using SupportConsole.Domain;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Upkeep.Backups;
using SupportConsole.Domain.Upkeep.Runs;
using SupportConsole.Health;
using SupportConsole.Imports;
using SupportConsole.Intake;
using SupportConsole.Jobs;
using SupportConsole.Notifications;
using SupportConsole.Projects;
using SupportConsole.Settings;
using SupportConsole.Shell;
using SupportConsole.Suggestions;
using SupportConsole.Triage;

var builder = WebApplication.CreateBuilder(CommandLine.Settings(args));
builder.Logging.QuietForCommand(args);
builder.WebHost.UseStaticWebAssets(); // In any environment: wwwroot is served from the top of the repository.

builder.Services.AddSupportDomain(builder.Configuration);
builder.Services.AddShell();
builder.Services.AddSignIn();
builder.Services.AddSuggestionPages();
builder.Services.AddProjectPages();
builder.Services.AddNotifications();
builder.Services.AddHealth();
builder.Services.AddJobs(builder.Configuration);
builder.Services.AddApi(builder.Configuration);
builder.Services.AddSettingsPages();
builder.Services.AddImportPages();
builder.Services.AddTriagePages();

var app = builder.Build();
if (CommandLine.Asks(args))
    return await CommandLine.RunAsync(app.Services, args);

app.UseTrustedProxies();
app.UseApiFaults();
app.UsePageFaults();
app.UseAuthentication();
app.UseShell();
app.UseAuthorization();
app.UseRateLimiter();
app.UseAntiforgery();

app.MapStaticAssets().AllowAnonymous();
app.MapShell();
app.MapSignOut();
app.MapSettings();
app.MapHealth();
app.MapBackups();
app.MapApiDescription();
app.MapCalls();
app.MapCallBatches();
app.MapImports();
app.MapTriage();
app.MapProjects();
app.MapSuggestions();
app.MapNotifications();

app.Services.GetRequiredService<BackupRestoring>().Finish();
var server = app.Services.GetRequiredService<ServerLock>();
server.Hold();
if (!await app.PrepareDemoAsync())
    return ExitCode.Fault;

await app.Services.PrepareDataAsync();
if (server.WasAlone)
    await app.Services.GetRequiredService<RunBook>().InterruptAsync();
await app.RunAsync();
return ExitCode.Done;

/// <summary>The entry point, named so that tests can start the process.</summary>
public partial class Program;
