using Microsoft.Extensions.Localization;
using SupportConsole.Domain.Data;

namespace SupportConsole.Projects;

/// <summary>
/// What a field wants, in the reader's language: the domain's own texts are English and meant for callers of the API. A fault
/// that has a kind has a sentence of its own; of the others one sentence a field says all that may be wrong with it.
/// </summary>
internal static class FieldFaults
{
    /// <summary>The sentence when something is wrong with the field, else null. <c>capture_fields[2].key</c> is worded as "key".</summary>
    public static string? Say(IStringLocalizer<ProjectWords> words, FieldErrors faults, string field)
    {
        var name = field[(field.LastIndexOf('.') + 1)..];
        var sentences = faults.For(field)
            .Select(fault => fault.Kind is null ? words[$"Fault.{name}"].Value : words[$"Fault.{name}.{fault.Kind}", fault.About ?? ""].Value).Distinct().ToList();
        return sentences.Count == 0 ? null : string.Join(' ', sentences);
    }
}
