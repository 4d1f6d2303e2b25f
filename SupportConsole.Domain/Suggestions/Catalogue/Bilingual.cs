using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportConsole.Domain.Suggestions.Catalogue;

/// <summary>A text in both languages that projects and readers can have.</summary>
[JsonConverter(typeof(Reading))]
public sealed record Bilingual(string En, string Nl)
{
    public string In(string language) => language == "nl" ? Nl : En;

    /// <summary>Cards made before reasons were kept in both languages hold one text, which serves as both.</summary>
    private sealed class Reading : JsonConverter<Bilingual>
    {
        public override Bilingual Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                var text = reader.GetString()!;
                return new Bilingual(text, text);
            }

            var both = JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options)!;
            return new Bilingual(both["en"], both["nl"]);
        }

        public override void Write(Utf8JsonWriter writer, Bilingual value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Dictionary<string, string> { ["en"] = value.En, ["nl"] = value.Nl }, options);
    }
}
