using System.CommandLine;
using SupportConsole.Domain;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Upkeep.Backups;
using SupportConsole.Domain.Upkeep.Runs;

namespace SupportConsole.Commands;

/// <summary>Makes a backup (also while a console runs), and puts one in the place of the data (only while none does).</summary>
internal static class BackupCommands
{
    public const string RestoreName = "restore";

    public static Command Backup(IServiceProvider services)
    {
        var file = new Argument<string>("FILE") { Description = "The zip to write; it must not be there yet." };
        return new Command("backup", "Writes database, keys and attachments to one zip, and proves that it can be restored.") { file }.Does(async (parsed, output) =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            var manifest = await services.GetRequiredService<BackupMaking>().MakeAsync(path, RunProgress.None);
            await output.WriteLineAsync(FormattableString.Invariant(
                $"Wrote and verified {path}: {new FileInfo(path).Length / 1e6:0.0} MB, {manifest.Rows.Values.Sum()} rows in {manifest.Rows.Count} tables."));
            return ExitCode.Done;
        });
    }

    public static Command Restore(IServiceProvider services)
    {
        var file = new Argument<string>("FILE") { Description = "A zip that backup wrote." };
        return new Command(RestoreName, "Puts a backup in the place of the data, which is moved aside. Stop the console first.") { file }.Does(async (parsed, output) =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            var (backup, aside) = await services.GetRequiredService<BackupRestoring>().RestoreAsync(path);
            await services.PrepareDataAsync();
            await services.GetRequiredService<WriteGate>().WriteAsync(db =>
            {
                db.Audit(CommandMaking.Actor, "job.restored", "job", 0, new { Backup = Path.GetFileName(path), backup.MadeAt });
                return Task.CompletedTask;
            });
            await output.WriteLineAsync(FormattableString.Invariant($"Restored the data of {backup.MadeAt:yyyy-MM-dd HH:mm} UTC. What was there before lies in {aside}."));
            return ExitCode.Done;
        });
    }
}
