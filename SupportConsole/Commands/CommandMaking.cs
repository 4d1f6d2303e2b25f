using System.CommandLine;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;

namespace SupportConsole.Commands;

internal static class CommandMaking
{
    /// <summary>Who the audit names: somebody with a shell on this machine.</summary>
    public static readonly Actor Actor = new("command line");

    /// <summary>A group of commands: "user" of "user add".</summary>
    public static Command Group(string name, string description, params Command[] commands)
    {
        var group = new Command(name, description);
        foreach (var command in commands)
            group.Add(command);
        return group;
    }

    public static Command Does(this Command command, Func<ParseResult, TextWriter, Task<int>> work)
    {
        command.SetAction((parsed, _) => work(parsed, parsed.InvocationConfiguration.Output));
        return command;
    }

    public static async Task<int> FaultAsync(this ParseResult parsed, string text)
    {
        await parsed.InvocationConfiguration.Error.WriteLineAsync($"error: {text}");
        return ExitCode.Fault;
    }

    public static async Task<int> UsageAsync(this ParseResult parsed, FieldErrors errors)
    {
        await parsed.InvocationConfiguration.Error.WriteLineAsync($"error: {errors}");
        return ExitCode.Usage;
    }
}
