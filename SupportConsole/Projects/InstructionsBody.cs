using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Projects;
using SupportConsole.Shell;

namespace SupportConsole.Projects;

/// <summary>A next version of instructions.</summary>
public sealed class InstructionsBody
{
    private const int WhyLength = 500;

    [Description("The whole text, with sections under lines \"## Name\"; or give sections.")]
    public string? Text { get; init; }

    [Description("The sections in order, instead of text.")]
    public IReadOnlyList<InstructionSection>? Sections { get; init; }

    [Required, Description("Why it is changed, for whoever reads the versions later.")]
    public required string Why { get; init; }

    [Required, Description("The version that was read; 409 when it is no longer in force.")]
    public required int ExpectedVersion { get; init; }

    internal static (string Text, string Why, int ExpectedVersion) Read(JsonFields body)
    {
        var name = body.KindOf("text") is JsonValueKind.Undefined or JsonValueKind.Null ? "sections" : "text";
        var (text, why, version) = (ReadText(body, name), body.Text("why"), body.Integer("expected_version"));
        var errors = new FieldErrors();
        errors.AddWhen(text is null, "text", "Give the text, or its sections.");
        var wrong = new FieldErrors();
        if (text is not null)
            ProjectDraft.CheckNextInstructions(text, wrong);
        foreach (var error in wrong.For("instructions"))
            errors.Add(name, error.Text);
        errors.AddWhen(string.IsNullOrWhiteSpace(why), "why", "Say why it is changed.");
        errors.AddWhen(why?.Length > WhyLength, "why", $"At most {WhyLength} characters.");
        errors.AddWhen(version is null, "expected_version", "Give the version that was read.");
        body.Errors.AddOthers(errors);
        return (text ?? "", why ?? "", version ?? 0);
    }

    /// <summary>Instructions given as text or as sections.</summary>
    internal static string? ReadText(JsonFields body, string name) =>
        body.KindOf(name) == JsonValueKind.Array ? TextOf(body.Items(name)!) : body.Text(name);

    private static string TextOf(IReadOnlyList<JsonFields> sections)
    {
        var text = InstructionText.Parse("");
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var section in sections)
        {
            var name = section.Text("name")?.Trim() ?? "";
            var own = section.Text("text") ?? "";
            section.Errors.AddWhen(name.AsSpan().ContainsAny("\r\n"), section.At("name"), "A name is one line.");
            section.Errors.AddWhen(name.Length == 0 && names.Count > 0, section.At("name"), "Only the first section may go without a name.");
            section.Errors.AddWhen(!names.Add(name), section.At("name"), "There is a section of this name already.");
            section.Errors.AddWhen(
                InstructionText.Parse(own).Sections.Any(part => part.Name.Length > 0), section.At("text"), "A line that starts with \"## \" would start another section.");
            text = text.With(name, own);
        }

        return text.ToString();
    }
}
