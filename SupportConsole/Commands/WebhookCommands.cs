using System.CommandLine;
using System.Text.Json;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;

namespace SupportConsole.Commands;

internal static class WebhookCommands
{
    private static readonly Argument<string> Name = new("NAME") { Description = "Sent as X-Webhook, and the source of its events." };

    private static readonly Dictionary<string, WebhookKind> Kinds =
        Enum.GetValues<WebhookKind>().ToDictionary(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));

    public static Command All(IServiceProvider services)
    {
        var webhooks = services.GetRequiredService<Webhooks>;
        return CommandMaking.Group(
            "webhook",
            "Makes, lists and revokes senders of signed deliveries.",
            Add(webhooks),
            new Command("list", "Lists the webhooks.").Does((_, output) => ListAsync(output, webhooks())),
            new Command("revoke", "Takes its deliveries no more.") { Name }.Does(async (parsed, output) =>
            {
                var name = parsed.GetRequiredValue(Name);
                if (!await webhooks().RevokeAsync(name, CommandMaking.Actor))
                    return await parsed.FaultAsync($"There is no webhook {name} in use.");
                await output.WriteLineAsync($"Revoked {name}.");
                return ExitCode.Done;
            }));
    }

    private static Command Add(Func<Webhooks> webhooks)
    {
        var kind = new Option<string>("--kind") { Description = "What it sends.", Required = true };
        kind.AcceptOnlyFromAmong([.. Kinds.Keys]);
        return new Command("add", "Makes a webhook and prints its secret, once.") { Name, kind }.Does(async (parsed, output) =>
        {
            var name = parsed.GetRequiredValue(Name);
            var errors = new FieldErrors();
            errors.AddWhen(!AccessRules.CallerNamePattern().IsMatch(name), "name", AccessRules.CallerNameText);
            if (errors.Any)
                return await parsed.UsageAsync(errors);
            if (await webhooks().AddAsync(name, Kinds[parsed.GetRequiredValue(kind)], CommandMaking.Actor) is not { } secret)
                return await parsed.FaultAsync($"The name {name} is in use. Revoke that webhook first.");
            await output.WriteLineAsync(secret);
            return ExitCode.Done;
        });
    }

    private static async Task<int> ListAsync(TextWriter output, Webhooks webhooks)
    {
        for (var page = await webhooks.ListAsync(); page.Count > 0; page = await webhooks.ListAsync(page[^1].Name))
        {
            foreach (var row in page)
                await output.WriteLineAsync($"{row.Name}\t{Kinds.Single(kind => kind.Value == row.Kind).Key}\t{(row.RevokedAt is null ? "active" : "revoked")}");
        }

        return ExitCode.Done;
    }
}
