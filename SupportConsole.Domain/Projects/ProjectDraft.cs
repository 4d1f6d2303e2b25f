using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Projects;

/// <summary>What a caller or the form gives for a project.</summary>
public sealed record ProjectDraft(
    string? ExternalId, string? Name, string? Industry, string? Language, IReadOnlyList<CaptureField>? CaptureFields, string? Instructions)
{
    public static readonly string[] Languages = ["en", "nl"];

    /// <summary>What is wrong, by the field's name in the API; empty when it may be saved.</summary>
    public FieldErrors Check()
    {
        var errors = new FieldErrors();
        errors.AddWhen(
            ExternalId is not null && !ProjectRules.ExternalIdPattern().IsMatch(ExternalId),
            "external_id",
            "Use 1 to 100 letters, digits, dots, dashes, colons or underscores, starting with a letter or digit.");
        errors.AddWhen(ProjectRules.IsReserved(ExternalId), "external_id", "This id is an address of the console itself; choose another.");
        errors.AddWhen(string.IsNullOrWhiteSpace(Name), "name", "A project needs a name.");
        errors.AddWhen(Name?.Length > ProjectRules.NameLength, "name", $"At most {ProjectRules.NameLength} characters.");
        errors.AddWhen(Industry?.Length > ProjectRules.NameLength, "industry", $"At most {ProjectRules.NameLength} characters.");
        RequireOneLine(errors, "name", Name);
        RequireOneLine(errors, "industry", Industry);
        errors.AddWhen(Language is not null && !Languages.Contains(Language), "language", "Use en or nl.");
        CheckInstructions(Instructions, errors);
        CheckFields(errors);
        return errors;
    }

    /// <summary>The same for a next version: a project may begin without instructions, but what an agent has is not taken from it.</summary>
    public static void CheckNextInstructions(string? text, FieldErrors errors)
    {
        errors.AddWhen(
            string.IsNullOrWhiteSpace(text), "instructions", "These would leave the agent without instructions; pause the project to stop its calls.", "empty");
        CheckInstructions(text, errors);
    }

    /// <summary>Adds what is wrong with an instructions text, under "instructions".</summary>
    public static void CheckInstructions(string? text, FieldErrors errors)
    {
        errors.AddWhen(text?.Length > ProjectRules.InstructionsLength, "instructions", $"At most {ProjectRules.InstructionsLength} characters.", "long");
        var twice = InstructionText.Parse(text ?? "").Sections
            .GroupBy(section => section.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        errors.AddWhen(twice is not null, "instructions", $"The section \"{twice?.Key}\" is there twice; give each section its own name.", "twice", twice?.Key);
    }

    /// <summary>These words go into suggested instructions, where a line of their own could pass for a section.</summary>
    private static void RequireOneLine(FieldErrors errors, string field, string? text) =>
        errors.AddWhen(text?.Any(char.IsControl) == true, field, "Use one line, without control characters.");

    private void CheckFields(FieldErrors errors)
    {
        var fields = CaptureFields ?? [];
        errors.AddWhen(fields.Count > ProjectRules.MaxCaptureFields, "capture_fields", $"At most {ProjectRules.MaxCaptureFields} fields.", "many");
        for (var i = 0; i < fields.Count; i++)
        {
            errors.AddWhen(
                fields[i].Key is null || !ProjectRules.FieldKeyPattern().IsMatch(fields[i].Key),
                $"capture_fields[{i}].key",
                "Use 1 to 60 lower-case letters, digits and underscores, starting with a letter.");
            errors.AddWhen(fields[i].Label?.Length > ProjectRules.NameLength, $"capture_fields[{i}].label", $"At most {ProjectRules.NameLength} characters.");
            RequireOneLine(errors, $"capture_fields[{i}].label", fields[i].Label);
        }

        var twice = fields.GroupBy(field => field.Key).FirstOrDefault(group => group.Count() > 1);
        errors.AddWhen(twice is not null, "capture_fields", $"The field \"{twice?.Key}\" is there twice.", "twice", twice?.Key);
    }
}
