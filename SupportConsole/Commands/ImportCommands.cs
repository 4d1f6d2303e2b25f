using System.CommandLine;
using System.Globalization;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake.Imports;
// The write class bears the name of a folder.
using ImportWrites = SupportConsole.Domain.Intake.Imports.Imports;

namespace SupportConsole.Commands;

/// <summary>Brings in history from the shell. Beside a console that runs it queues the import there and follows it; else it does the work itself.</summary>
internal sealed class ImportCommands(IServiceProvider services, ParseResult parsed, TextWriter output)
{
    private const int ShownFaults = 20;

    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    private static readonly Argument<FileInfo> File = new("FILE") { Description = "CSV with a header, or JSONL: a call on each line as POST /api/calls takes it." };
    private static readonly Option<string> Kind = new("--kind") { Description = "What the lines are.", Required = true };
    private static readonly Option<string?> Project = new("--project") { Description = "The project of the whole file, when no column says it." };
    private static readonly Option<string[]> Map = new("--map") { Description = "COLUMN=FIELD, such as Outcome=status or Price=field:price; COLUMN= leaves one out.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Times = new("--times") { Description = "What the times mean: iso, local, unix_seconds or unix_milliseconds." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Reads the file and says what would land; writes no call." };
    private static readonly Option<bool> Yes = new("--yes") { Description = "Starts without asking." };

    private readonly ImportWrites _imports = services.GetRequiredService<ImportWrites>();
    private readonly ImportQueries _queries = services.GetRequiredService<ImportQueries>();
    private readonly ImportLock _hold = services.GetRequiredService<ImportLock>();

    private TextWriter Progress => parsed.InvocationConfiguration.Error;

    static ImportCommands()
    {
        Kind.AcceptOnlyFromAmong(ImportWrites.Calls);
        Times.AcceptOnlyFromAmong("iso", "local", "unix_seconds", "unix_milliseconds");
    }

    public static Command All(IServiceProvider services) =>
        new Command("import", "Brings in calls of the past from a file.") { File, Kind, Project, Map, Times, DryRun, Yes }
            .Does((parsed, output) => new ImportCommands(services, parsed, output).RunAsync());

    private async Task<int> RunAsync()
    {
        var file = parsed.GetRequiredValue(File);
        if (!file.Exists)
            return await parsed.UsageAsync(Fault("FILE", $"There is no file {file.FullName}."));
        await using var content = file.OpenRead();
        if (await services.GetRequiredService<ImportFiles>().SaveAsync(content) is not { } kept)
            return await parsed.FaultAsync("The file is larger than Imports:MaxFileBytes.");
        var added = await _imports.AddAsync(kept, file.Name, CommandMaking.Actor);
        if (added.Import is not { } import)
            return await parsed.UsageAsync(added.Errors!);

        var mapped = await _imports.MapAsync(import.Id, Plan(import, out var wrong), CommandMaking.Actor);
        if (wrong.Any || mapped.Errors is not null)
        {
            await SayColumnsAsync(import);
            return await parsed.UsageAsync(wrong.Any ? wrong : mapped.Errors!);
        }

        import = mapped.Import!;
        await SayColumnsAsync(import);
        if (parsed.GetValue(DryRun) || !parsed.GetValue(Yes))
        {
            await _imports.CheckAsync(import.Id, CommandMaking.Actor);
            import = await FollowAsync(import.Id);
            if (import.Preview is not { } preview)
                return await parsed.FaultAsync(import.Fault ?? "The dry run was stopped.");
            await SayPreviewAsync(preview);
            if (parsed.GetValue(DryRun))
                return preview.Rejected > 0 ? ExitCode.Rejects : ExitCode.Done;
            if (!await AgreedAsync())
                return await parsed.FaultAsync($"Nothing was imported. The file waits as import {import.Id}; --yes starts without asking.");
        }

        await _imports.StartAsync(import.Id, CommandMaking.Actor);
        return await EndAsync(await FollowAsync(import.Id));
    }

    /// <summary>The guess, with what was said on the command line over it.</summary>
    private ImportPlan Plan(Import import, out FieldErrors wrong)
    {
        wrong = new FieldErrors();
        var columns = import.Plan.Columns.ToList();
        foreach (var pair in parsed.GetValue(Map) ?? [])
        {
            var equals = pair.LastIndexOf('=');
            var at = equals > 0 ? columns.FindIndex(column => column.Header.Equals(pair[..equals], StringComparison.OrdinalIgnoreCase)) : -1;
            if (at < 0)
            {
                wrong.Add("--map", equals > 0 ? $"The file has no column {pair[..equals]}." : $"{pair} is not COLUMN=FIELD.");
                continue;
            }

            var target = pair[(equals + 1)..] is { Length: > 0 } named ? named : null;
            columns = [.. columns.Select((column, i) => i == at ? column with { Target = target } : target is not null && column.Target == target ? column with { Target = null } : column)];
        }

        var times = parsed.GetValue(Times) is { } name ? Enum.Parse<ImportTimes>(name.Replace("_", ""), ignoreCase: true) : import.Plan.Times;
        return import.Plan with { Columns = columns, ProjectId = parsed.GetValue(Project) ?? import.Plan.ProjectId, Times = times };
    }

    /// <summary>Has the work done, with a line of progress: by the process that does the imports of this data, or here as soon as there is none.</summary>
    private async Task<Import> FollowAsync(long id)
    {
        var (work, told) = ((Task?)null, false);
        while (true)
        {
            if (work is null or { IsCompleted: true } && _hold.TryTake())
                work = Task.Run(() => services.GetRequiredService<ImportRunner>().WorkAsync(id));
            else if (work is null && !told)
            {
                told = true;
                await Progress.WriteLineAsync($"Another process does the imports of this data (imports.lock); import {id} is done there, or here once that has ended.");
            }

            var pause = Task.Delay(Every, services.GetRequiredService<TimeProvider>());
            await Task.WhenAny(work ?? pause, pause);
            var import = (await _queries.GetAsync(id))!;
            var percent = import.Bytes == 0 ? 100 : 100.0 * import.BytesRead / import.Bytes;
            await Progress.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"\r{import.Status,-14} {percent,5:0.0} %  {import.Records:N0} lines  "));
            if (!import.IsBusy)
            {
                await Progress.WriteLineAsync();
                if (work is not null)
                    await work.ContinueWith(_ => { }, TaskScheduler.Default); // Its fault stands in the import.
                return import;
            }

            if (work is { IsCompleted: true })
                await pause; // What went wrong could not even be written down: tried again, but not without a breath.
        }
    }

    private async Task<bool> AgreedAsync()
    {
        if (Console.IsInputRedirected)
            return false;
        await Progress.WriteAsync("Start the import? [y/N] ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "j" or "J" or "yes" or "ja";
    }

    private async Task<int> EndAsync(Import import)
    {
        await output.WriteLineAsync(FormattableString.Invariant(
            $"Import {import.Id}: {import.Landed} landed, {import.Duplicates} were here already, {import.Rejected} rejected of {import.Records} lines."));
        if (import.Rejected > 0)
        {
            foreach (var fault in await _queries.FaultsAsync(import.Id, ShownFaults))
                await SayAsync(fault.Line, fault.Field, fault.Error);
            await output.WriteLineAsync(FormattableString.Invariant($"All faults: {Links.ImportFaults(import.Id)}, or GET /api{Links.ImportFaults(import.Id)}."));
        }

        return import.Status switch
        {
            ImportStatus.Done => ExitCode.Done,
            ImportStatus.DoneWithRejects => ExitCode.Rejects,
            _ => await parsed.FaultAsync(import.Fault ?? $"The import is {import.Status}."),
        };
    }

    private async Task SayColumnsAsync(Import import)
    {
        foreach (var column in import.Plan.Columns)
            await Progress.WriteLineAsync($"  {column.Header} -> {column.Target ?? "(left out)"}");
    }

    private async Task SayPreviewAsync(ImportPreview preview)
    {
        await output.WriteLineAsync(FormattableString.Invariant($"{preview.Good} of {preview.Records} lines are right, {preview.Rejected} would be rejected."));
        if (preview.Known > 0)
            await output.WriteLineAsync(FormattableString.Invariant($"Of the first {preview.KnownOf}, {preview.Known} are here already."));
        foreach (var fault in preview.Faults)
            await SayAsync(fault.Line, fault.Field, fault.Error);
    }

    private Task SayAsync(long line, string field, string error) => output.WriteLineAsync(FormattableString.Invariant($"line {line}: {field}: {error}"));

    private static FieldErrors Fault(string field, string text)
    {
        var errors = new FieldErrors();
        errors.Add(field, text);
        return errors;
    }
}
