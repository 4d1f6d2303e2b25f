using System.Text.RegularExpressions;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Suggestions.Catalogue;

/// <summary>What a caller or the form gives for an entry.</summary>
/// <param name="Changes">What each change needs is the cause's own, and not theirs to say.</param>
public sealed partial record CatalogueDraft(RecoveredShare? Recovered, IReadOnlyList<CatalogueChange> Changes, IReadOnlyList<string>? Include = null)
{
    public const int MaxChanges = 10;
    public const int MaxAlso = 20;
    public const int NameLength = 100;
    public const int TextLength = 2_000;
    public const int ReasonLength = 500;

    public static readonly string[] Languages = ["en", "nl"];

    public static CatalogueDraft Of(CatalogueEntry entry) => new(RecoveredShare.Of(entry.Recovered), entry.Changes, entry.Include);

    /// <summary>The entry that it becomes, its texts trimmed. It must have passed its check.</summary>
    /// <param name="was">The entry that it was written from, whose prior stays when the draft says the same.</param>
    public CatalogueEntry ToEntry(CatalogueEntry was) => new(
        was.Cause, Recovered!.Prior(was.Recovered), [.. Changes.Select(change => Trimmed(change, CatalogueCauses.Needs(was.Cause)))], Include is [] ? null : Include);

    /// <summary>What is wrong, by the field's name in the API; empty when it may be saved.</summary>
    /// <param name="shipped">The cause's entry as it comes with the console.</param>
    public FieldErrors Check(CatalogueEntry shipped)
    {
        var errors = new FieldErrors();
        CheckRecovered(errors);
        errors.AddWhen((Include ?? []).Except(shipped.Include ?? []).Any(), "include", "This cause offers the changes of no such other cause.", "unknown");
        errors.AddWhen(Changes.Count == 0 && Include is null or [], "changes", "Give at least one change.", "empty");
        errors.AddWhen(Changes.Count > MaxChanges, "changes", $"At most {MaxChanges} changes.", "many");
        for (var i = 0; i < Math.Min(Changes.Count, MaxChanges); i++)
        {
            Check(errors, Changes[i], $"changes[{i}]", shipped.Cause);
        }

        return errors;
    }

    private static void Check(FieldErrors errors, CatalogueChange change, string path, string cause)
    {
        foreach (var language in Languages)
        {
            var known = CatalogueCauses.Placeholders(cause, language);
            CheckText(errors, $"{path}.section.{language}", "section", language, change.Section.In(language), NameLength, known, oneLine: true);
            CheckText(errors, $"{path}.text.{language}", "text", language, change.Text.In(language), TextLength, known, oneLine: false);
            CheckText(errors, $"{path}.reason.{language}", "reason", language, change.Reason.In(language), ReasonLength, known, oneLine: true);
        }

        var also = change.Also ?? [];
        errors.AddWhen(also.Count > MaxAlso, $"{path}.also", $"At most {MaxAlso} other names.", "many");
        errors.AddWhen(also.Any(name => name.Length > NameLength), $"{path}.also", $"A name is at most {NameLength} characters.", "long", $"{NameLength}");
        errors.AddWhen(also.Any(name => name.Any(char.IsControl)), $"{path}.also", "A name is one line, without control characters.", "line");
        errors.AddWhen(also.Any(name => Placeholder().IsMatch(name)), $"{path}.also", "Other names are taken as they stand, without placeholders.", "plain");
    }

    private static void CheckText(
        FieldErrors errors, string field, string what, string language, string text, int longest, IReadOnlyList<string> known, bool oneLine)
    {
        var name = $"The {(language == "nl" ? "Dutch" : "English")} {what}";
        errors.AddWhen(string.IsNullOrWhiteSpace(text), field, $"{name} is empty.", "empty");
        errors.AddWhen(text.Length > longest, field, $"{name} is longer than {longest} characters.", "long", $"{longest}");
        errors.AddWhen(
            text.Any(sign => char.IsControl(sign) && (oneLine || sign is not ('\n' or '\r' or '\t'))), field,
            oneLine ? $"{name} must be one line, without control characters." : $"{name} holds control characters.", "line");
        errors.AddWhen(
            !oneLine && InstructionText.Parse(text).Sections.Any(section => section.Name.Length > 0), field,
            $"{name} has a line that starts with \"## \", which would start another section.", "heading");
        foreach (var used in Placeholder().Matches(text).Select(match => match.Groups[1].Value).Distinct().Where(used => !known.Contains(used)))
        {
            errors.Add(field, $"{name} holds {{{used}}}, which nothing fills here; use {string.Join(", ", known.Select(one => $"{{{one}}}"))}.", "placeholder", $"{{{used}}}");
        }
    }

    private void CheckRecovered(FieldErrors errors)
    {
        if (Recovered is null)
        {
            errors.Add("recovered", "Say which share of the lost calls it brings back, and how sure that is.");
            return;
        }

        var (share, calls) = (Recovered.Share is > 0 and < 1, Recovered.Calls is >= RecoveredShare.FewestCalls and <= RecoveredShare.MostCalls);
        errors.AddWhen(!share, "recovered.share", "This must be more than 0 and less than 1.");
        errors.AddWhen(!calls, "recovered.calls", $"This must be from {RecoveredShare.FewestCalls} to {RecoveredShare.MostCalls}.");
        errors.AddWhen(
            share && calls && !Recovered.IsWithinItsCalls, "recovered.share",
            $"So few calls cannot be this sure: at least one of the {Recovered.Calls:0.#} must come back, and one must not.", "few", $"{Recovered.Calls:0.#}");
    }

    private static CatalogueChange Trimmed(CatalogueChange change, string? needs) => new(
        Each(change.Section, text => text.Trim()),
        (change.Also ?? []).Select(name => name.Trim()).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } also ? also : null,
        change.AboutField, change.AtStart, needs,
        Each(change.Text, text => text.ReplaceLineEndings("\n").Trim()),
        Each(change.Reason, text => text.Trim()));

    private static Bilingual Each(Bilingual text, Func<string, string> make) => new(make(text.En), make(text.Nl));

    [GeneratedRegex(@"\{([^{}\r\n]*)\}", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Placeholder();
}
