using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using SupportConsole.Domain.Settings;
using SupportConsole.Domain.Settings.Audit;
using SupportConsole.Shell;
using SupportConsole.Suggestions;

namespace SupportConsole.Settings.Audit;

/// <summary>Reads an entry's detail for a person: labels and values instead of JSON, a change as "from → to".</summary>
public sealed class AuditPairs(IStringLocalizer<AuditWords> words, SettingText settings, SuggestionWording cards, WorkspaceTime time)
{
    private const string Arrow = " → ";

    /// <summary>As the audit's JSON writes a moment, with and without a part of a second.</summary>
    private static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    public IReadOnlyList<(string Label, string Value)> Of(AuditRow row)
    {
        List<(string Path, string Value)> flat;
        try
        {
            using var json = JsonDocument.Parse(row.Detail);
            flat = [.. Flatten(json.RootElement, "")];
        }
        catch (JsonException)
        {
            return [(words["Details"], row.Detail)]; // Not ours, but better read as it stands than not at all.
        }

        var setting = SettingOf(row);
        if (setting is not null)
            flat.RemoveAll(pair => pair.Path == "key");
        var (from, to) = (flat.FindIndex(pair => pair.Path == "from"), flat.FindIndex(pair => pair.Path == "to"));
        if (from >= 0 && to >= 0)
        {
            flat[from] = ("", Shown(setting, flat[from].Value) + Arrow + Shown(setting, flat[to].Value));
            flat.RemoveAt(to);
        }

        return [.. flat.Where(pair => pair.Value.Length > 0).Select(pair => (Label(pair.Path), Worded(pair.Path, pair.Value)))];
    }

    /// <summary>The setting that an entry is about.</summary>
    public static SettingEntry? SettingOf(AuditRow row)
    {
        if (row.TargetKind != "setting")
            return null;
        using var json = JsonDocument.Parse(row.Detail);
        return json.RootElement.TryGetProperty("key", out var key) && key.ValueKind == JsonValueKind.String ? SettingCatalogue.Find(key.GetString()!) : null;
    }

    private string Shown(SettingEntry? setting, string value) => setting is null ? value : settings.Value(setting, value);

    // Stored words are the code's; those a person chose or typed stay as they are.
    private string Worded(string path, string value)
    {
        if (path == "cause")
            return cards.Cause(value);
        if (DateTime.TryParseExact(value, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment))
            return time.DateAndTime(moment);
        if (path is not ("reason" or "status" or "kind"))
            return value;
        var word = words[$"Value.{value}"];
        return word.ResourceNotFound ? value.Replace('_', ' ') : word;
    }

    private string Label(string path)
    {
        if (path.Length == 0)
            return "";
        var word = words[$"Field.{path}"];
        return word.ResourceNotFound ? path.Replace('_', ' ').Replace('.', ' ') : word;
    }

    private static IEnumerable<(string Path, string Value)> Flatten(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(part => Flatten(part.Value, path.Length == 0 ? part.Name : $"{path}.{part.Name}")),
        _ => [(path, Text(value))],
    };

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetDouble().ToString("0.####", CultureInfo.CurrentCulture),
        JsonValueKind.True => "✓",
        JsonValueKind.False => "–",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text)),
        // A list of things: each by what it is called first.
        JsonValueKind.Object => value.EnumerateObject().Select(part => Text(part.Value)).FirstOrDefault(""),
        _ => "",
    };
}
