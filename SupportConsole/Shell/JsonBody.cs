using System.Text;
using System.Text.Json;
using SupportConsole.Domain.Data;

namespace SupportConsole.Shell;

/// <summary>A request's JSON body. Endpoints read it by hand, so that whatever is wrong with it is named by its field.</summary>
internal static class JsonBody
{
    /// <summary>A body that says its length is read into one piece, but for one so long that it may be a lie.</summary>
    private const int FirstBuffer = 1_000_000;

    /// <summary>The name errors of the body as a whole go by.</summary>
    public const string Whole = JsonFields.Whole;

    /// <summary>Reads the body, which must be an object; what is wrong with it stands in the result's errors.</summary>
    public static async Task<JsonFields> ReadAsync(HttpRequest request) => Required(await ReadOptionalAsync(request));

    /// <summary>Reads the body if there is one; without one every field reads as null.</summary>
    public static async Task<JsonFields> ReadOptionalAsync(HttpRequest request)
    {
        var bytes = await BytesAsync(request);
        return Read(bytes.Span, new FieldErrors());
    }

    /// <summary>
    /// Reads a body that is an array of objects, or an object that holds one under <paramref name="name"/>. Each object has its own
    /// errors; those of the body as a whole stand in <paramref name="errors"/>.
    /// </summary>
    public static async Task<IReadOnlyList<JsonFields>> ReadItemsAsync(HttpRequest request, string name, FieldErrors errors)
    {
        var body = Parse((await BytesAsync(request)).Span, errors);
        if (errors.Any)
            return [];
        var items = body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var held) ? held : body;
        if (items.ValueKind == JsonValueKind.Array)
            return [.. items.EnumerateArray().Select(item => Required(new JsonFields(item, new FieldErrors())))];
        errors.Add(Whole, $"Send a JSON array, or an object that holds one as {name}.");
        return [];
    }

    /// <summary>As <see cref="ReadAsync"/>, of a body whose bytes were read before.</summary>
    public static JsonFields Read(ReadOnlyMemory<byte> bytes) => Required(Read(bytes.Span, new FieldErrors()));

    private static JsonFields Required(JsonFields fields)
    {
        fields.Errors.AddWhen(fields.IsMissing && !fields.Errors.Any, Whole, "Send a JSON object.");
        return fields;
    }

    private static async Task<ReadOnlyMemory<byte>> BytesAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, FirstBuffer));
        await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private static JsonFields Read(ReadOnlySpan<byte> bytes, FieldErrors errors) => new(Parse(bytes, errors), errors);

    /// <summary>Undefined when there is none, or none that can be read: the errors then say why.</summary>
    private static JsonElement Parse(ReadOnlySpan<byte> bytes, FieldErrors errors)
    {
        if (bytes.IsEmpty)
            return default;
        try
        {
            return JsonElement.Parse(WithoutMark(bytes));
        }
        catch (JsonException fault)
        {
            errors.Add(Whole, $"This is not valid JSON: something is wrong at line {fault.LineNumber + 1}, position {fault.BytePositionInLine + 1}.");
            return default;
        }
    }

    // Some senders put a byte order mark before UTF-8, which JSON does not know.
    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
}
