using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportConsole.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Settings.Keys;

/// <summary>Commands that work when they are pasted: this console's own address, a project of its own, a signature made with openssl.</summary>
public sealed class CallExamples(IDbContextFactory<SupportDbContext> contexts, ConsoleAddress address, TimeProvider clock)
{
    /// <summary>Stands where the secret was shown once and is known no more.</summary>
    private const string Unknown = "whsec_...";

    public string Read(string key) => $"curl -sS {Quoted(address.Of("/api/projects"))} -H {Quoted($"Authorization: Bearer {key}")}";

    /// <summary>Signs an ended call and sends it. Every line is a plain shell command, so that it can be read before it is run.</summary>
    public async Task<string> CallEndedAsync(string webhook, string? secret, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        var body = JsonSerializer.Serialize(new
        {
            call_id = $"example-{now.ToUnixTimeSeconds()}",
            project_id = await ProjectAsync(cancellation),
            status = "completed",
            ended_by = "customer",
            started_at = now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            duration_seconds = 90,
            fields = new { },
            transcript = new[] { new { role = "agent", text = "Hello, how can I help you?", at_ms = 0 } },
        });
        return string.Join('\n',
            $"SECRET={Quoted(secret ?? Unknown)}",
            $"BODY={Quoted(body)}",
            "TIME=$(date +%s)",
            """SIGNATURE=$(printf '%s.%s' "$TIME" "$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/^.*= //')""",
            $"""curl -sS {Quoted(address.Of("/api/webhooks/call-ended"))} -H 'Content-Type: application/json' \""",
            $"""  -H {Quoted($"{WebhookSignature.NameHeader}: {webhook}")} -H "{WebhookSignature.Header}: t=$TIME,v1=$SIGNATURE" --data-binary "$BODY" """.TrimEnd());
    }

    private async Task<string> ProjectAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Projects.Where(project => project.Status == ProjectStatus.Active)
            .OrderByDescending(project => project.Id).Select(project => project.ExternalId).FirstOrDefaultAsync(cancellation) ?? "your-project";
    }

    // Nothing inside single quotes means anything to a shell, but the single quote itself.
    private static string Quoted(string text) => $"'{text.Replace("'", """'\''""")}'";
}
