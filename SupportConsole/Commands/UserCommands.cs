using System.CommandLine;
using Microsoft.Extensions.Options;
using SupportConsole.Access;
using SupportConsole.Domain.Access;

namespace SupportConsole.Commands;

internal static class UserCommands
{
    private static readonly Argument<string> Email = new("EMAIL") { Description = "The e-mail address they sign in with." };

    public static Command All(IServiceProvider services)
    {
        var people = services.GetRequiredService<People>;
        return CommandMaking.Group(
            "user",
            "Adds people, resets and disables them.",
            Add(services),
            new Command("reset", "Prints a link to choose a new password; codes from an app are switched off by using it.") { Email }
                .Does((parsed, output) => WithAsync(parsed, people(), person => PrintLinkAsync(services, parsed, output, person))),
            new Command("disable", "Signs somebody out everywhere and lets them in no more.") { Email }
                .Does((parsed, output) => ChangeAsync(parsed, output, people(), "Disabled", id => people().DisableAsync(id, CommandMaking.Actor))),
            new Command("enable", "Lets somebody in again.") { Email }
                .Does((parsed, output) => ChangeAsync(parsed, output, people(), "Enabled", id => people().EnableAsync(id, CommandMaking.Actor))),
            new Command("list", "Lists everybody.").Does((_, output) => ListAsync(output, people())));
    }

    private static Command Add(IServiceProvider services)
    {
        var role = new Option<string>("--role") { Description = "admin, manager or staff.", Required = true };
        role.Validators.Add(result =>
        {
            if (RoleOf(result.GetValueOrDefault<string>()) is null)
                result.AddError("--role is one of admin, manager, staff.");
        });
        var name = new Option<string?>("--name") { Description = "What others call them; the address when left out." };
        return new Command("add", "Adds somebody and prints a link with which they choose a password.") { Email, role, name }.Does(async (parsed, output) =>
        {
            var email = parsed.GetRequiredValue(Email);
            var draft = new PersonDraft(email, parsed.GetValue(name) ?? email.Split('@')[0], RoleOf(parsed.GetRequiredValue(role))!);
            if (draft.Check() is { Any: true } errors)
                return await parsed.UsageAsync(errors);
            if (await services.GetRequiredService<People>().AddAsync(draft, CommandMaking.Actor) is not { } person)
                return await parsed.FaultAsync($"{email} is there already.");
            await output.WriteLineAsync($"Added {person.Email} as {person.Role}.");
            return await PrintLinkAsync(services, parsed, output, person);
        });
    }

    private static async Task<int> PrintLinkAsync(IServiceProvider services, ParseResult parsed, TextWriter output, Person person)
    {
        if (await services.GetRequiredService<People>().ResetTokenAsync(person.Id, CommandMaking.Actor) is not { } token)
            return await parsed.FaultAsync($"{person.Email} is disabled. Enable them first.");
        var hours = services.GetRequiredService<IOptions<AccessOptions>>().Value.ResetLinkHours;
        var link = services.GetRequiredService<ConsoleAddress>().Of(Links.PasswordReset, token);
        await output.WriteLineAsync($"Open this within {hours} hours to choose a password:\n  {link}");
        return ExitCode.Done;
    }

    private static Task<int> ChangeAsync(
        ParseResult parsed, TextWriter output, People people, string done, Func<long, Task<PersonOutcome>> change) =>
        WithAsync(parsed, people, async person =>
        {
            var outcome = await change(person.Id);
            if (outcome == PersonOutcome.LastAdmin)
                return await parsed.FaultAsync($"{person.Email} is the last admin. Add another one first.");
            await output.WriteLineAsync($"{done} {person.Email}.");
            return ExitCode.Done;
        });

    private static async Task<int> WithAsync(ParseResult parsed, People people, Func<Person, Task<int>> work) =>
        await people.FindAsync(parsed.GetRequiredValue(Email)) is { } person
            ? await work(person)
            : await parsed.FaultAsync($"There is nobody with the address {parsed.GetValue(Email)}.");

    private static async Task<int> ListAsync(TextWriter output, People people)
    {
        for (var page = await people.ListAsync(); page.Count > 0; page = await people.ListAsync(page[^1]))
        {
            foreach (var row in page)
                await output.WriteLineAsync($"{row.Email}\t{row.Role}\t{(row.Disabled ? "disabled" : "active")}\t{row.DisplayName}");
        }

        return ExitCode.Done;
    }

    private static string? RoleOf(string? text) => Roles.All.FirstOrDefault(role => role.Equals(text, StringComparison.OrdinalIgnoreCase));
}
