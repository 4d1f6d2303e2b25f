using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SupportConsole.Access;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake.Imports;
// The write class bears the name of this folder.
using ImportWrites = SupportConsole.Domain.Intake.Imports.Imports;

namespace SupportConsole.Imports;

/// <summary>Takes in an uploaded file while it comes: the body itself, or the first file of a form. It is never held in memory.</summary>
internal sealed class ImportUploading(ImportFiles files, ImportWrites imports)
{
    /// <summary>What was taken in, or why not; too large when it has no answer.</summary>
    public async Task<(ImportAnswer? Answer, bool TooLarge)> TakeAsync(HttpContext http)
    {
        var (content, name) = await ContentAsync(http);
        if (content is null)
        {
            var errors = new FieldErrors();
            errors.Add("file", "Send the file as the body, or a form with one file.");
            return (new ImportAnswer(null, errors), false);
        }

        return await files.SaveAsync(content, http.RequestAborted) is { } kept
            ? (await imports.AddAsync(kept, name, http.Actor(), http.RequestAborted), false)
            : (null, true);
    }

    private static async Task<(Stream? Content, string Name)> ContentAsync(HttpContext http)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return (http.Request.Body, http.Request.Query["file_name"].ToString());
        if (HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
            return (null, "");
        var form = new MultipartReader(boundary, http.Request.Body);
        while (await form.ReadNextSectionAsync(http.RequestAborted) is { } section)
        {
            if (section.AsFileSection() is { FileStream: { } content } file)
                return (content, file.FileName);
        }

        return (null, "");
    }
}
