using System.Text.Json;

namespace SupportConsole.Domain.Data;

/// <summary>
/// Reads a JSON object field by field. What is wrong is gathered under the field's path, so that a caller hears everything
/// at once; a field that is not there or null reads as null. Names nobody asks for are ignored. A path is put together only for a
/// fault: calls that come by the thousand have none.
/// </summary>
public sealed class JsonFields
{
    /// <summary>The name errors of the object as a whole go by.</summary>
    public const string Whole = "body";

    private readonly JsonElement _object;
    private readonly JsonFields? _holder;
    private readonly string _name;
    private readonly int? _index;

    public JsonFields(JsonElement element, FieldErrors errors)
        : this(element, errors, null, "")
    {
    }

    /// <summary>An object under <paramref name="name"/> of another, or in an array there.</summary>
    private JsonFields(JsonElement element, FieldErrors errors, JsonFields? holder, string name, int? index = null)
    {
        (Errors, _holder, _name, _index) = (errors, holder, name, index);
        if (element.ValueKind is JsonValueKind.Object)
            _object = element;
        else if (element.ValueKind is not JsonValueKind.Undefined)
            errors.Add(Path.Length == 0 ? Whole : Path, "This must be a JSON object.");
    }

    /// <summary>What was wrong so far, in the whole body.</summary>
    public FieldErrors Errors { get; }

    /// <summary>Whether there is no object to read from.</summary>
    public bool IsMissing => _object.ValueKind == JsonValueKind.Undefined;

    public string? Text(string name) => Read(name, JsonValueKind.String, "This must be text.", AsText);

    public int? Integer(string name) =>
        Read<int?>(name, JsonValueKind.Number, "This must be a whole number.", value => value.TryGetInt32(out var number) ? number : null);

    public double? Number(string name) =>
        Read<double?>(name, JsonValueKind.Number, "This must be a number.", value => value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null);

    public bool? YesNo(string name) => Read<bool?>(
        name, null, "This must be true or false.", value => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null);

    /// <summary>A time as ISO 8601; one without an offset is taken as UTC.</summary>
    public DateTimeOffset? Time(string name) =>
        Read(name, JsonValueKind.String, "This must be a time as ISO 8601, such as 2026-03-02T09:30:00Z.", AsTime);

    /// <summary>One of the values of an enum, by its name in snake_case.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum =>
        Read<T?>(name, JsonValueKind.String, Choices<T>.Wrong, value =>
        {
            for (var i = 0; i < Choices<T>.Names.Length; i++)
            {
                if (value.ValueEquals(Choices<T>.Names[i]))
                    return Choices<T>.Values[i];
            }

            AsText(value); // What is no text at all is said to be that.
            return null;
        });

    /// <summary>An object of plain values, each kept as text: numbers as they were written, true and false by name.</summary>
    public Dictionary<string, string?>? Texts(string name)
    {
        if (Read<JsonElement?>(name, JsonValueKind.Object, "This must be an object of names and values.", value => value) is not { } holder)
            return null;
        var texts = new Dictionary<string, string?>();
        foreach (var (key, value) in Properties(holder, name))
        {
            texts[key] = value.ValueKind switch
            {
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
                JsonValueKind.Null => null,
                _ => Checked(name, value, JsonValueKind.String, "This must be text, a number, true or false.", AsText, "." + key),
            };
        }

        return texts;
    }

    /// <summary>An object of its own.</summary>
    public JsonFields? Object(string name) => Read<JsonElement?>(name, JsonValueKind.Object, "This must be a JSON object.", value => value) is { } value
        ? new JsonFields(value, Errors, this, name) : null;

    /// <summary>An array of texts.</summary>
    public IReadOnlyList<string>? Strings(string name) =>
        Read<JsonElement?>(name, JsonValueKind.Array, "This must be an array of texts.", value => value) is { } array
            ? [.. array.EnumerateArray().Select((item, index) => Checked(name, item, JsonValueKind.String, "This must be text.", AsText, $"[{index}]") ?? "")]
            : null;

    /// <summary>An array of objects.</summary>
    public IReadOnlyList<JsonFields>? Items(string name) =>
        Read<JsonElement?>(name, JsonValueKind.Array, "This must be an array.", value => value) is { } array
            ? [.. array.EnumerateArray().Select((item, index) => new JsonFields(item, Errors, this, name, index))]
            : null;

    /// <summary>What kind of value a field holds; Undefined when it is not there.</summary>
    public JsonValueKind KindOf(string name) =>
        _object.ValueKind == JsonValueKind.Object && _object.TryGetProperty(name, out var value) ? value.ValueKind : JsonValueKind.Undefined;

    /// <summary>The field's path in the whole body: "transcript[3].role".</summary>
    public string At(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    /// <summary>"a, b or c".</summary>
    public static string OneOf(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 1 ? all[0] : $"{string.Join(", ", all[..^1])} or {all[^1]}";
    }

    private string Path => _holder is null ? "" : _holder.At(_index is { } index ? $"{_name}[{index}]" : _name);

    private T? Read<T>(string name, JsonValueKind? kind, string wrong, Func<JsonElement, T?> read) =>
        _object.ValueKind == JsonValueKind.Object && _object.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? Checked(name, value, kind, wrong, read) : default;

    /// <param name="within">Where in the field the value stands, if it is not the whole of it.</param>
    private T? Checked<T>(string name, JsonElement value, JsonValueKind? kind, string wrong, Func<JsonElement, T?> read, string within = "")
    {
        try
        {
            if ((kind is null || value.ValueKind == kind) && read(value) is { } result)
                return result;
            Errors.Add(At(name + within), wrong);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are no UTF-8.
            Errors.Add(At(name + within), "This holds characters that are not valid Unicode.");
        }
        catch (FormatException)
        {
            Errors.Add(At(name + within), "This holds a NUL character.");
        }

        return default;
    }

    private IEnumerable<(string Key, JsonElement Value)> Properties(JsonElement holder, string name)
    {
        foreach (var property in holder.EnumerateObject())
        {
            if (Checked(name, holder, null, "", _ => property.Name) is { } key)
                yield return (key, property.Value);
        }
    }

    // A NUL would cut the text short in the database, so it is refused rather than lost.
    private static string? AsText(JsonElement value) =>
        value.GetString() is { } text ? text.Contains('\0', StringComparison.Ordinal) ? throw new FormatException() : text : null;

    private static DateTimeOffset? AsTime(JsonElement value) =>
        value.GetString()?.Contains('T', StringComparison.Ordinal) != true || !value.TryGetDateTime(out var time) ? null
        : time.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(time, TimeSpan.Zero)
        : value.GetDateTimeOffset();

    /// <summary>The values of an enum and their names, put together once.</summary>
    private static class Choices<T>
        where T : struct, Enum
    {
        public static readonly T[] Values = Enum.GetValues<T>();
        public static readonly string[] Names = [.. Values.Select(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()))];
        public static readonly string Wrong = $"Use {OneOf(Names)}.";
    }
}
