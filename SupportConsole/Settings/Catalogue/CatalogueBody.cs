using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Suggestions.Catalogue;
using SupportConsole.Shell;

namespace SupportConsole.Settings.Catalogue;

/// <summary>What a caller gives for an entry.</summary>
public class CatalogueBody
{
    [Description("The revision that was read: 409 when it has changed since. Without it, the entry is written over as it is.")]
    public int? Revision { get; init; }

    [Required]
    public required ApiRecovered Recovered { get; init; }

    [Required, Description("The sections to change, in this order. May be left out only where include gives some.")]
    public required IReadOnlyList<CatalogueChangeBody> Changes { get; init; }

    [Description("Causes whose changes it offers as well, of those that the shipped entry includes.")]
    public IReadOnlyList<string>? Include { get; init; }

    internal static CatalogueDraft Read(JsonFields body)
    {
        var recovered = body.Object("recovered");
        var (share, calls) = (recovered?.Number("share"), recovered?.Number("calls"));
        recovered?.Errors.AddWhen(share is null && !recovered.IsMissing, recovered.At("share"), "Give the share of the lost calls that comes back, from 0 to 1.");
        recovered?.Errors.AddWhen(calls is null && !recovered.IsMissing, recovered.At("calls"), "Say how many lost calls, followed up, would make you as sure.");
        return new(
            share is null || calls is null ? null : new RecoveredShare(share.Value, calls.Value),
            body.Items("changes")?.Select(CatalogueChangeBody.Read).ToList() ?? [],
            body.Strings("include"));
    }
}

/// <summary>What a caller gives for a new entry.</summary>
public sealed class NewCatalogueBody : CatalogueBody
{
    [Required, Description("A cause that a detector names, such as missing.not_confirmed.")]
    public required string Cause { get; init; }

    [Description("The key of the capture field that it is for, where the cause is about one.")]
    public string? Field { get; init; }

    [Description("The id of the project that it is for.")]
    public string? Project { get; init; }

    internal static CatalogueKey ReadKey(JsonFields body)
    {
        var (cause, field, project) = (body.Text("cause"), body.Text("field"), body.Text("project"));
        var errors = body.Errors;
        errors.AddWhen(string.IsNullOrWhiteSpace(cause) && errors.For("cause").Count == 0 && !body.IsMissing, "cause", "Name a cause.");
        errors.AddWhen(
            field is null && project is null && !errors.Any, "field", "Narrow it to a field, a project or both; the entry of a cause as a whole is written with PUT.");
        return new(cause ?? "", field, project);
    }
}

/// <summary>One section to change.</summary>
public sealed class CatalogueChangeBody
{
    [Required, Description("The name of the section, should it have to be added.")]
    public required ApiBilingual Section { get; init; }

    [Description("Other names that the section goes by.")]
    public IReadOnlyList<string>? Also { get; init; }

    [Description("Whether an existing section that speaks of the field serves; false when not given.")]
    public bool? AboutField { get; init; }

    [Description("Whether the text goes before what stands in the section, instead of after it; false when not given.")]
    public bool? AtStart { get; init; }

    [Required, Description("The text, with the placeholders that the entry names.")]
    public required ApiBilingual Text { get; init; }

    [Required, Description("Why, for whoever decides on the card.")]
    public required ApiBilingual Reason { get; init; }

    internal static CatalogueChange Read(JsonFields change) => new(
        Both(change, "section"), change.Strings("also"), change.YesNo("about_field") ?? false, change.YesNo("at_start") ?? false, null,
        Both(change, "text"), Both(change, "reason"));

    // What is not there is empty, and the check of the entry says so by its own name.
    private static Bilingual Both(JsonFields change, string name) =>
        change.Object(name) is { } both ? new(both.Text("en") ?? "", both.Text("nl") ?? "") : new("", "");
}
