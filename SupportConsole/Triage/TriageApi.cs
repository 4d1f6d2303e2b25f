using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;
using SupportConsole.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake.Labels;
using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Models;
using SupportConsole.Imports;
using SupportConsole.Intake;
using SupportConsole.Shell;

namespace SupportConsole.Triage;

/// <summary>What a text is about and how it feels, for programs; and where the page sends a file of labelled texts.</summary>
internal static class TriageApi
{
    public static void MapTriage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Links.TriageUpload, UploadAsync).RequireAuthorization(Policies.Admin).ExcludeFromDescription().WithoutBodyLimit();

        var triage = endpoints.MapGroup("/api/triage").WithTags("Triage");
        triage.MapPost("", ReadAsync)
            .ForKeys(
                Policies.ApiRead, "Understand a text",
                "Sentiment, urgency, category, emotion, key phrases, flags and language, with the places in the text that led to each; and what the trained models of topic, sentiment and "
                + "urgency say, each with its version, whether it decides, and what to do with its answer (auto, suggest, escalate). Nothing is kept.")
            .Takes<TriageBody>().Produces<ApiTriage>();
        triage.MapGet("/model", ModelAsync)
            .ForKeys(Policies.ApiRead, "Read which models answer", "The version of each kind that answers (versions), and how right the one of a kind (topic, sentiment or urgency; topic when none is named) was on texts that were kept apart; "
                + "null means that the rules answer alone.")
            .Produces<ApiTriageModel>();
    }

    private static async Task<IResult> ReadAsync(HttpContext http, TriageDesk desk)
    {
        var body = await JsonBody.ReadAsync(http.Request);
        var (subject, text, priority, image) = (body.Text("subject") ?? "", body.Text("text"), body.Choice<TriageUrgency>("priority"), body.YesNo("has_image") ?? false);
        body.Errors.AddWhen(!body.Errors.Any && string.IsNullOrWhiteSpace(text), "text", "This is required.");
        body.Errors.AddWhen(text?.Length + subject.Length > LabelledText.LongestText, "text", $"At most {LabelledText.LongestText} characters, with the subject.");
        if (body.Errors.Any)
            return Problems.Invalid(body.Errors);
        var read = new TriageText(subject, text!, priority, image);
        return TypedResults.Ok(ApiTriage.Of(read, desk.Read(read, explain: true)));
    }

    private static async Task<IResult> ModelAsync(string? kind, ModelInForce inForce, ModelVersions versions, CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var chosen = kind is null ? LabelKind.Topic : Paging.Choice<LabelKind>(kind, "kind", errors);
        return chosen is { } one ? TypedResults.Ok(ApiTriageModel.Of(one, inForce.Now, await versions.GetAsync(one, cancellation: cancellation))) : Problems.Invalid(errors);
    }

    private static Task<IResult> UploadAsync(HttpContext http, IAntiforgery antiforgery, LabelledFiles files, IStringLocalizer<ImportWords> words) =>
        PageUpload.AnswerAsync(http, antiforgery, words, async () => await files.TakeAsync(http.Request.Body, http.RequestAborted) is { } taken
            ? (taken.Kept is { } kept ? Links.TriageFile(kept, Path.GetFileName(http.Request.Query["file_name"].ToString())) : null, taken.Errors) : null);
}
