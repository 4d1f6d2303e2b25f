using SupportConsole.Access;
using SupportConsole.Domain;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Settings;
using SupportConsole.Health;
using SupportConsole.Intake;
using SupportConsole.Jobs;
using SupportConsole.Projects;
using SupportConsole.Settings;
using SupportConsole.Shell;
using SupportConsole.Suggestions;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets(); // In any environment: wwwroot is served from the top of the repository.

builder.Services.AddSupportDomain(builder.Configuration);
builder.Services.AddShell();
builder.Services.AddSignIn();
builder.Services.AddSuggestionPages();
builder.Services.AddHealth();
builder.Services.AddJobs(builder.Configuration);
builder.Services.AddApi(builder.Configuration);
builder.Services.AddSettingsPages();

var app = builder.Build();

app.UseApiFaults();
app.UseAuthentication();
app.UseShell();
app.UseAuthorization();
app.UseRateLimiter();
app.UseAntiforgery();

app.MapStaticAssets().AllowAnonymous();
app.MapShell();
app.MapSignOut();
app.MapHealth();
app.MapApiDescription();
app.MapCalls();
app.MapProjects();
app.MapInstructions();
app.MapSuggestions();
app.MapDecisions();

await app.Services.GetRequiredService<DatabaseStartup>().MigrateAsync();
await app.Services.GetRequiredService<StoredSettings>().LoadAsync();
await app.RunAsync();

/// <summary>The entry point, named so that tests can start the process.</summary>
public partial class Program;
