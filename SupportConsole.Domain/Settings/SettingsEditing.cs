using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Settings;

/// <summary>
/// The one place that makes settings. All changes of a call are tried together on the options classes, and saved together or
/// not at all, each with an audit row from old to new. They hold when this returns.
/// </summary>
public sealed class SettingsEditing(WriteGate gate, BaseSettings files, SettingCheck check, StoredSettings stored)
{
    public async Task<SettingsSaved> SaveAsync(IReadOnlyCollection<SettingChange> changes, Actor actor, CancellationToken cancellation = default)
    {
        var saved = await gate.WriteAsync(db => SaveAsync(db, changes, actor, cancellation), cancellation);
        if (saved.Outcome == SettingsOutcome.Done)
        {
            // The watcher would do it too, a moment later: who saved sees the effect at once.
            await stored.LoadAsync(cancellation);
        }

        return saved;
    }

    private async Task<SettingsSaved> SaveAsync(
        SupportDbContext db, IReadOnlyCollection<SettingChange> changes, Actor actor, CancellationToken cancellation)
    {
        await db.RequireRoleAsync(actor, Roles.Admin, cancellation);
        var rows = await db.Settings.ToDictionaryAsync(row => row.Key, cancellation);
        if (changes.Any(change => rows.GetValueOrDefault(change.Key)?.Value != change.Was))
        {
            return SettingsSaved.Of(SettingsOutcome.Moved);
        }

        var wanted = check.Holding(rows.ToDictionary(row => row.Key, row => row.Value.Value));
        foreach (var change in changes)
        {
            Set(wanted, change);
        }

        var faults = check.Faults(wanted, [.. changes.Select(change => Entry(change.Key))]);
        if (faults.Count > 0)
        {
            return new(SettingsOutcome.Refused, faults, []);
        }

        var undo = new List<SettingChange>();
        foreach (var change in changes)
        {
            var value = change.Value is null ? null : Entry(change.Key).Read(change.Value).Text;
            if (value != change.Was)
            {
                Write(db, rows.GetValueOrDefault(change.Key), change.Key, value, actor);
                undo.Add(new(change.Key, change.Was, value));
            }
        }

        if (undo.Count == 0)
        {
            return SettingsSaved.Of(SettingsOutcome.NoChange);
        }

        db.Announce(LiveTopic.Setting, 0);
        return new(SettingsOutcome.Done, [], undo);
    }

    private void Write(SupportDbContext db, Setting? row, string key, string? value, Actor actor)
    {
        var fromFiles = files.Find(Entry(key)).Value;
        db.Audit(
            actor, value is null ? "setting.reset" : "setting.changed", "setting", 0, new { Key = key, From = row?.Value ?? fromFiles, To = value ?? fromFiles });
        if (value is null)
        {
            db.Settings.Remove(row!);
        }
        else if (row is null)
        {
            db.Settings.Add(new Setting { Key = key, Value = value, ChangedAt = db.Now, ChangedBy = actor.Name });
        }
        else
        {
            (row.Value, row.ChangedAt, row.ChangedBy) = (value, db.Now, actor.Name);
        }
    }

    private static void Set(Dictionary<string, string> values, SettingChange change)
    {
        if (change.Value is null)
        {
            values.Remove(change.Key);
        }
        else
        {
            values[change.Key] = change.Value;
        }
    }

    private static SettingEntry Entry(string key) =>
        SettingCatalogue.Find(key) ?? throw new ArgumentException($"{key} is not a setting that can be made on screen.", nameof(key));
}
