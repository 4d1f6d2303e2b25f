using SupportConsole.Domain.Access.Privacy;

namespace SupportConsole.Domain.Projects;

/// <summary>One call with what it found out; personal data is hidden when <paramref name="Masked"/>.</summary>
public sealed record CallDetail(
    Call Call, string ProjectExternalId, string ProjectName, string? CustomerId, string? FailureReason, string? Fault,
    IReadOnlyList<CapturedField> Fields, IReadOnlyList<TranscriptLine> Transcript, bool Masked)
{
    public static CallDetail Of(Call call, Project project, bool masked)
    {
        var fields = Captured(call, project).ToList();
        if (!masked)
        {
            return new(call, project.ExternalId, project.Name, call.CustomerId, call.FailureReason, call.Fault, fields, call.Transcript, false);
        }

        var personal = fields.Where(IsPersonal).Select(field => field.Value).OfType<string>()
            .Concat(call.Transcript.SelectMany(line => PersonalData.Names(line.Text))).ToList();
        return new(
            call, project.ExternalId, project.Name, call.CustomerId is null ? null : PersonalData.Id(call.CustomerId),
            call.FailureReason is null ? null : PersonalData.Text(call.FailureReason, personal),
            call.Fault is null ? null : PersonalData.Text(call.Fault, personal),
            [.. fields.Select(field => field with
            {
                Value = field.Value is null ? null : IsPersonal(field) ? PersonalData.Hidden : PersonalData.Text(field.Value, personal),
            })],
            [.. call.Transcript.Select(line => line with { Text = PersonalData.Text(line.Text, personal) })],
            true);
    }

    private static bool IsPersonal(CapturedField field) => PersonalData.IsPersonal(field.Key, field.Label);

    /// <summary>The project's fields in their order, then what the sender gave beside them.</summary>
    private static IEnumerable<CapturedField> Captured(Call call, Project project)
    {
        var known = project.CaptureFields.Select(field => Captured(call, project, field));
        var others = call.Fields.Where(value => project.CaptureFields.TrueForAll(field => field.Key != value.Key))
            .OrderBy(value => value.Key, StringComparer.Ordinal)
            .Select(value => new CapturedField(value.Key, value.Key, value.Value, false, null, true));
        return known.Concat(others);
    }

    private static CapturedField Captured(Call call, Project project, CaptureField field)
    {
        var asked = project.Asked(field.Key, call.ProcessedAt);
        (string Cause, int? Line)? missing = field.Required && call.Status == CallStatus.Completed && !call.Has(field.Key) && asked
            ? MissingCause.Read(call, field) : null;
        return new CapturedField(
            field.Key,
            string.IsNullOrWhiteSpace(field.Label) ? field.Key.Replace('_', ' ') : field.Label,
            call.Has(field.Key) ? call.Fields[field.Key] : null,
            field.Required,
            missing?.Cause,
            asked,
            missing?.Line);
    }
}
