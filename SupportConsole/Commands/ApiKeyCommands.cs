using System.CommandLine;
using SupportConsole.Domain.Access;

namespace SupportConsole.Commands;

internal static class ApiKeyCommands
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The source of what the key sends, and apikey:NAME in the audit." };

    public static Command All(IServiceProvider services)
    {
        var keys = services.GetRequiredService<ApiKeys>;
        return CommandMaking.Group(
            "apikey",
            "Makes, lists and revokes keys for callers of the API.",
            Add(keys),
            new Command("list", "Lists the keys, by their first characters.").Does((_, output) => ListAsync(output, keys())),
            new Command("revoke", "Lets a key in no more.") { Name }.Does(async (parsed, output) =>
            {
                var name = parsed.GetRequiredValue(Name);
                if (!await keys().RevokeAsync(name, CommandMaking.Actor))
                    return await parsed.FaultAsync($"There is no key {name} in use.");
                await output.WriteLineAsync($"Revoked {name}.");
                return ExitCode.Done;
            }));
    }

    private static Command Add(Func<ApiKeys> keys)
    {
        var scopes = new Option<string>("--scopes") { Description = "What it may do: intake, read, admin; with commas.", Required = true };
        return new Command("add", "Makes a key and prints it, once.") { Name, scopes }.Does(async (parsed, output) =>
        {
            var draft = new ApiKeyDraft(
                parsed.GetRequiredValue(Name),
                parsed.GetRequiredValue(scopes).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            if (draft.Check() is { Any: true } errors)
                return await parsed.UsageAsync(errors);
            if (await keys().AddAsync(draft, CommandMaking.Actor) is not { } key)
                return await parsed.FaultAsync($"The name {draft.Name} is in use. Revoke that key first.");
            await output.WriteLineAsync(key);
            return ExitCode.Done;
        });
    }

    private static async Task<int> ListAsync(TextWriter output, ApiKeys keys)
    {
        for (var page = await keys.ListAsync(); page.Count > 0; page = await keys.ListAsync(page[^1].Name))
        {
            foreach (var row in page)
                await output.WriteLineAsync($"{row.Name}\t{row.Start}...\t{string.Join(',', row.Scopes)}\t{(row.RevokedAt is null ? "active" : "revoked")}");
        }

        return ExitCode.Done;
    }
}
