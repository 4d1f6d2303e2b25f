using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportConsole.Shell;

/// <summary>How the API writes JSON: snake_case names and values, times in UTC with a Z.</summary>
internal static class ApiJson
{
    public static JsonNamingPolicy Names { get; } = JsonNamingPolicy.SnakeCaseLower;

    public static void AddApiJson(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(options => Apply(options.SerializerOptions));

    /// <summary>A value's name in the API: "rolled_back".</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => Names.ConvertName(value.ToString());

    /// <summary>A name of ours as the API spells it: "success_threshold" of SuccessThreshold.</summary>
    public static string Name(string name) => Names.ConvertName(name);

    private static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = Names;
        // Strict, so that the description says "integer" and not "integer or text".
        options.NumberHandling = JsonNumberHandling.Strict;
        // Letters and quotes stay readable: the answers are application/json with nosniff, so no browser takes them for a page.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(Names, allowIntegerValues: false));
    }
}
