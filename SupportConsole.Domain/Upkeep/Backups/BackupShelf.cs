using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;
using SupportConsole.Domain.Upkeep.Runs;
using SupportConsole.Domain.Workspace;

namespace SupportConsole.Domain.Upkeep.Backups;

/// <summary>The folder of backups that are made by the schedule: makes the next, removes what is too old, and says what is there.</summary>
public sealed partial class BackupShelf(
    WriteGate gate, IDbContextFactory<SupportDbContext> contexts, BackupMaking making, IOptions<DataOptions> data, IOptionsMonitor<BackupOptions> options,
    IOptionsMonitor<WorkspaceOptions> workspace, TimeProvider clock)
{
    private const string Times = "yyyyMMdd-HHmmss";

    public string Folder => Path.GetFullPath(options.CurrentValue.Folder is { Length: > 0 } given ? given : Path.Combine(data.Value.Folder, "backups"));

    /// <summary>Makes a backup, and removes those that the policy keeps no longer.</summary>
    public async Task<string> MakeAsync(RunProgress progress)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var name = $"console-{now.ToString(Times, CultureInfo.InvariantCulture)}.zip";
        var manifest = await making.MakeAsync(Path.Combine(Folder, name), progress);
        await gate.WriteAsync(
            db =>
            {
                db.Backups.Add(new Backup { Name = name, MadeAt = manifest.MadeAt, VerifiedAt = db.Now });
                db.Announce(LiveTopic.Job, 0);
                return Task.CompletedTask;
            },
            CancellationToken.None);
        var removed = await RemoveOldAsync();
        var bytes = new FileInfo(Path.Combine(Folder, name)).Length;
        await progress.ReportAsync(bytes, bytes, RunNote.Of("backup.made", name, $"{removed}"));
        return name;
    }

    /// <summary>What lies there, newest first.</summary>
    public async Task<IReadOnlyList<BackupRow>> ListAsync(CancellationToken cancellation = default)
    {
        var folder = new DirectoryInfo(Folder);
        if (!folder.Exists)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var known = await db.Backups.AsNoTracking().ToDictionaryAsync(backup => backup.Name, cancellation);
        return [.. folder.EnumerateFiles("*.zip")
            .Select(file => (File: file, Known: known.GetValueOrDefault(file.Name), Match: NamePattern().Match(file.Name)))
            .Where(one => one.Match.Success)
            .Select(one => new BackupRow(
                one.File.Name, one.Known?.MadeAt ?? DateTime.ParseExact(one.Match.Groups[1].Value, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
                one.File.Length, one.Known?.VerifiedAt))
            .OrderByDescending(row => row.MadeAt)];
    }

    /// <summary>The path of a backup that an admin takes away, which the audit notes; null when there is none of that name.</summary>
    public async Task<string?> TakeAsync(string name, Actor actor, CancellationToken cancellation = default)
    {
        if (!NamePattern().IsMatch(name) || Path.Combine(Folder, name) is var file && !File.Exists(file))
        {
            return null;
        }

        await gate.WriteAsync(
            async db =>
            {
                await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
                db.Audit(actor, "job.backup_downloaded", "job", 0, new { Backup = name });
            },
            cancellation);
        return Path.Combine(Folder, name);
    }

    /// <summary>Those to keep: the last of each of the last days and weeks on the workspace's calendar that have one. The newest is always among them.</summary>
    public static HashSet<string> Kept(IEnumerable<BackupRow> backups, int days, int weeks, TimeZoneInfo zone)
    {
        var verified = backups.Where(backup => backup.VerifiedAt is not null).OrderByDescending(backup => backup.MadeAt)
            .Select(backup => (backup.Name, Day: DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(backup.MadeAt, zone)))).ToList();
        return
        [
            .. verified.DistinctBy(backup => backup.Day).Take(days).Select(backup => backup.Name),
            .. verified.DistinctBy(backup => backup.Day.DayNumber - (int)(backup.Day.DayOfWeek + 6) % 7).Take(weeks).Select(backup => backup.Name),
        ];
    }

    /// <summary>Removes what was made by this console and is kept no longer; a file that it does not know is left alone.</summary>
    private async Task<int> RemoveOldAsync()
    {
        var policy = options.CurrentValue;
        var rows = await ListAsync();
        var kept = Kept(rows, policy.KeepDaily, policy.KeepWeekly, TimeZoneInfo.FindSystemTimeZoneById(workspace.CurrentValue.TimeZone));
        var old = rows.Where(row => row.VerifiedAt is not null && !kept.Contains(row.Name)).Select(row => row.Name).ToList();
        old.ForEach(name => File.Delete(Path.Combine(Folder, name)));
        var there = rows.Select(row => row.Name).Except(old).ToList();
        await gate.WriteAsync(db => db.Backups.Where(backup => !there.Contains(backup.Name)).ExecuteDeleteAsync());
        return old.Count;
    }

    [GeneratedRegex(@"\Aconsole-(\d{8}-\d{6})\.zip\z", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex NamePattern();
}
