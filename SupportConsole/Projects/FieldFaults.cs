using Microsoft.Extensions.Localization;
using SupportConsole.Domain.Data;

namespace SupportConsole.Projects;

/// <summary>
/// What a field wants, in the reader's language: the domain's own texts are English and meant for callers of the API. One
/// sentence a field says all that may be wrong with it.
/// </summary>
internal static class FieldFaults
{
    /// <summary>The sentence when something is wrong with the field, else null. <c>capture_fields[2].key</c> is worded as "key".</summary>
    public static string? Say(IStringLocalizer<ProjectWords> words, FieldErrors faults, string field) =>
        faults.For(field).Count == 0 ? null : words[$"Fault.{field[(field.LastIndexOf('.') + 1)..]}"].Value;
}
