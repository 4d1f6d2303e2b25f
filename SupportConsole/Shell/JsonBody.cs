using System.Text;
using System.Text.Json;
using SupportConsole.Domain.Data;

namespace SupportConsole.Shell;

/// <summary>A request's JSON body. Endpoints read it by hand, so that whatever is wrong with it is named by its field.</summary>
internal static class JsonBody
{
    /// <summary>The name errors of the body as a whole go by.</summary>
    public const string Whole = "body";

    /// <summary>Reads the body, which must be an object; what is wrong with it stands in the result's errors.</summary>
    public static async Task<JsonFields> ReadAsync(HttpRequest request) => Required(await ReadOptionalAsync(request));

    /// <summary>Reads the body if there is one; without one every field reads as null.</summary>
    public static async Task<JsonFields> ReadOptionalAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        return Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>As <see cref="ReadAsync"/>, of a body whose bytes were read before.</summary>
    public static JsonFields Read(ReadOnlyMemory<byte> bytes) => Required(Parse(bytes.Span));

    private static JsonFields Required(JsonFields fields)
    {
        fields.Errors.AddWhen(fields.IsMissing && !fields.Errors.Any, Whole, "Send a JSON object.");
        return fields;
    }

    private static JsonFields Parse(ReadOnlySpan<byte> bytes)
    {
        var errors = new FieldErrors();
        if (bytes.IsEmpty)
            return new JsonFields(default, "", errors);
        try
        {
            return new JsonFields(JsonElement.Parse(WithoutMark(bytes)), "", errors);
        }
        catch (JsonException fault)
        {
            errors.Add(Whole, $"This is not valid JSON: something is wrong at line {fault.LineNumber + 1}, position {fault.BytePositionInLine + 1}.");
            return new JsonFields(default, "", errors);
        }
    }

    // Some senders put a byte order mark before UTF-8, which JSON does not know.
    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
}
