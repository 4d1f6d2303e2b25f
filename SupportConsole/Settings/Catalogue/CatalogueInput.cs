using System.Globalization;
using SupportConsole.Domain.Suggestions.Catalogue;

namespace SupportConsole.Settings.Catalogue;

/// <summary>What stands in the form of an entry, as typed.</summary>
public sealed class CatalogueInput
{
    /// <summary>In percent.</summary>
    public string Share { get; set; } = "";

    public string Calls { get; set; } = "";

    public List<ChangeInput> Changes { get; init; } = [];

    /// <summary>Causes whose changes it offers as well.</summary>
    public List<string> Include { get; init; } = [];

    public static CatalogueInput Of(CatalogueEntry entry)
    {
        var said = RecoveredShare.Of(entry.Recovered);
        return new()
        {
            Share = (said.Share * 100).ToString("0.#", CultureInfo.CurrentCulture),
            Calls = said.Calls.ToString("0.#", CultureInfo.CurrentCulture),
            Changes = [.. entry.Changes.Select(ChangeInput.Of)],
            Include = [.. entry.Include ?? []],
        };
    }

    public static string Name(int index, string part) => FormattableString.Invariant($"changes[{index}].{part}");

    public static string IncludeName(string cause) => $"include.{cause}";

    /// <summary>What the form holds, under the names of its fields: what the browser keeps while somebody types.</summary>
    /// <param name="offered">Causes that it can include.</param>
    public IEnumerable<(string Name, string Value)> Named(IEnumerable<string> offered) =>
    [
        ("share", Share), ("calls", Calls),
        .. offered.Select(cause => (IncludeName(cause), Yes(Include.Contains(cause)))),
        .. Changes.SelectMany((change, i) => change.Named().Select(field => (Name(i, field.Name), field.Value))),
    ];

    /// <summary>Takes back what the browser kept.</summary>
    public static CatalogueInput Kept(IReadOnlyDictionary<string, string> kept, IEnumerable<string> offered)
    {
        var input = new CatalogueInput
        {
            Share = kept.GetValueOrDefault("share", ""),
            Calls = kept.GetValueOrDefault("calls", ""),
            Include = [.. offered.Where(cause => kept.GetValueOrDefault(IncludeName(cause)) == "true")],
        };
        for (var i = 0; i < CatalogueDraft.MaxChanges && kept.ContainsKey(Name(i, "text.en")); i++)
            input.Changes.Add(ChangeInput.Kept(part => kept.GetValueOrDefault(Name(i, part), "")));
        return input;
    }

    public CatalogueDraft Draft() => new(
        Number(Share) is { } share && Number(Calls) is { } calls ? new(Math.Round(share / 100, 3), calls) : null,
        [.. Changes.Select(change => change.ToChange())], Include);

    internal static string Yes(bool on) => on ? "true" : "false";

    // A comma and a point are both taken for the decimal one.
    private static double? Number(string text) =>
        double.TryParse(text.Trim().TrimEnd('%').TrimEnd().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number : null;
}

/// <summary>One change, as typed.</summary>
public sealed class ChangeInput
{
    private static readonly string[] Parts = ["section.en", "section.nl", "also", "text.en", "text.nl", "reason.en", "reason.nl"];

    /// <summary>By the names that the API has for them, such as "text.nl".</summary>
    private readonly Dictionary<string, string> _texts = [];

    public string this[string part]
    {
        get => _texts.GetValueOrDefault(part, "");
        set => _texts[part] = value;
    }

    public bool AboutField { get; set; }

    public bool AtStart { get; set; }

    public static ChangeInput Of(CatalogueChange change) => new()
    {
        ["section.en"] = change.Section.En,
        ["section.nl"] = change.Section.Nl,
        ["also"] = string.Join("; ", change.Also ?? []),
        ["text.en"] = change.Text.En,
        ["text.nl"] = change.Text.Nl,
        ["reason.en"] = change.Reason.En,
        ["reason.nl"] = change.Reason.Nl,
        AboutField = change.AboutField,
        AtStart = change.AtStart,
    };

    internal static ChangeInput Kept(Func<string, string> kept)
    {
        var change = new ChangeInput { AboutField = kept("about_field") == "true", AtStart = kept("at_start") == "start" };
        foreach (var part in Parts)
            change[part] = kept(part);
        return change;
    }

    internal IEnumerable<(string Name, string Value)> Named() =>
        [.. Parts.Select(part => (part, this[part])), ("about_field", CatalogueInput.Yes(AboutField)), ("at_start", AtStart ? "start" : "end")];

    internal CatalogueChange ToChange() => new(
        Both("section"), [.. this["also"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)], AboutField, AtStart, null,
        Both("text"), Both("reason"));

    private Bilingual Both(string part) => new(this[$"{part}.en"], this[$"{part}.nl"]);
}
