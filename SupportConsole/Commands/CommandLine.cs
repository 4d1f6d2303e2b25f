using System.CommandLine;
using SupportConsole.Commands.Evaluate;
using SupportConsole.Domain;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Upkeep.Backups;

namespace SupportConsole.Commands;

/// <summary>
/// "user add ann@example.com --role admin" instead of the web console. Secrets are printed, never logged. It works while a
/// console runs on the same data: that one hears of it within seconds.
/// </summary>
public static class CommandLine
{
    private static readonly string[] Questions = ["--help", "-h", "-?", "/?", "--version"];

    /// <summary>Whether a command is asked for. ASP.NET Core's own --key=value arguments ask for none.</summary>
    public static bool Asks(string[] args) => args is [var first, ..] && (!first.StartsWith('-') || Questions.Contains(first));

    /// <summary>The arguments that are configuration: all of them for the web console, only --Section:Key=value for a command.</summary>
    public static string[] Settings(string[] args) => Asks(args) ? [.. args.Where(IsSetting)] : args;

    /// <summary>A command's output is its answer: nothing is logged beside it.</summary>
    public static void QuietForCommand(this ILoggingBuilder logging, string[] args)
    {
        if (Asks(args))
            logging.ClearProviders();
    }

    /// <summary>Runs the command: 0 done, 1 fault, 2 usage, 3 done with rejected lines.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter? output = null, TextWriter? errors = null)
    {
        var io = new InvocationConfiguration
        {
            Output = output ?? Console.Out,
            Error = errors ?? Console.Error,
            EnableDefaultExceptionHandler = false,
        };
        var parsed = Root(services).Parse([.. args.Where(arg => !IsSetting(arg))]);
        try
        {
            using var hold = parsed.Errors.Count == 0 && parsed.Action == parsed.CommandResult.Command.Action && !LeavesDataAlone(parsed)
                ? services.GetRequiredService<ServerLock>().TryAsCommand() ?? throw new BackupFaultException("A restore is under way. Try again when it is done.")
                : null;
            if (hold is not null)
                await services.PrepareDataAsync();
            var code = await parsed.InvokeAsync(io);
            return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
        }
        catch (Exception fault)
        {
            await io.Error.WriteLineAsync($"error: {fault.Message}");
            return ExitCode.Fault;
        }
    }

    private static RootCommand Root(IServiceProvider services) => new("Without a command this starts the web console.")
    {
        UserCommands.All(services),
        ApiKeyCommands.All(services),
        WebhookCommands.All(services),
        BackupCommands.Backup(services),
        BackupCommands.Restore(services),
        CountCommands.All(services),
        ImportCommands.All(services),
        EvaluateCommands.All(services),
    };

    /// <summary>Evaluations work on what they are given; a restore puts something else in the place of the console's data.</summary>
    private static bool LeavesDataAlone(ParseResult parsed) =>
        parsed.CommandResult.Command.Name == BackupCommands.RestoreName
        || parsed.CommandResult.Parent is System.CommandLine.Parsing.CommandResult { Command.Name: EvaluateCommands.Name };

    private static bool IsSetting(string arg) =>
        arg.StartsWith("--", StringComparison.Ordinal) && arg.IndexOf('=') is > 0 and var equals && arg.AsSpan(0, equals).Contains(':');
}
