using System.CommandLine;
using SupportConsole.Domain.Upkeep.Counts;
using SupportConsole.Domain.Upkeep.Runs;

namespace SupportConsole.Commands;

/// <summary>Compares the counts of calls with a recount, and makes them anew.</summary>
internal static class CountCommands
{
    public static Command All(IServiceProvider services) => CommandMaking.Group(
        "counts",
        "Checks the counts that every figure goes by against the calls.",
        new Command("check", "Compares; 1 when a count differs.").Does(async (parsed, output) =>
        {
            if (await services.GetRequiredService<CountCheck>().CheckAsync(RunProgress.None) is > 0 and var wrong)
                return await parsed.FaultAsync($"{wrong} counts differ from their calls; the Health page names them. \"counts rebuild\" makes them anew.");
            await output.WriteLineAsync("Every count is what its calls say.");
            return ExitCode.Done;
        }),
        new Command("rebuild", "Makes the counts anew from the calls that are still there.").Does(async (_, output) =>
        {
            var rebuild = services.GetRequiredService<CountRebuild>();
            await rebuild.AskAsync(null, CommandMaking.Actor);
            await output.WriteLineAsync($"Set {await rebuild.RunAsync(RunProgress.None)} counts right.");
            return ExitCode.Done;
        }));
}
