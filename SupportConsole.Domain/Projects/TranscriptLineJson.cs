using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportConsole.Domain.Projects;

/// <summary>
/// {"role":"agent","text":"...","at_ms":0}, as anybody's serializer would write it. By hand, since every call that is processed has its
/// transcript read: this takes a third of the time.
/// </summary>
internal sealed class TranscriptLineJson : JsonConverter<TranscriptLine>
{
    private static readonly JsonEncodedText Role = JsonEncodedText.Encode("role");
    private static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    private static readonly JsonEncodedText AtMs = JsonEncodedText.Encode("at_ms");

    public override TranscriptLine Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        var (role, text, at) = (Speaker.Agent, "", 0L);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(Role.EncodedUtf8Bytes))
            {
                reader.Read();
                role = reader.ValueTextEquals("agent"u8) ? Speaker.Agent
                    : reader.ValueTextEquals("customer"u8) ? Speaker.Customer
                    : reader.ValueTextEquals("system"u8) ? Speaker.System
                    : throw new JsonException();
            }
            else if (reader.ValueTextEquals(Text.EncodedUtf8Bytes))
            {
                reader.Read();
                text = reader.GetString() ?? throw new JsonException();
            }
            else if (reader.ValueTextEquals(AtMs.EncodedUtf8Bytes))
            {
                reader.Read();
                at = reader.GetInt64();
            }
            else
            {
                reader.Skip();
            }
        }

        return new TranscriptLine(role, text, at);
    }

    public override void Write(Utf8JsonWriter writer, TranscriptLine value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(Role, value.Role switch
        {
            Speaker.Agent => "agent",
            Speaker.Customer => "customer",
            _ => "system",
        });
        writer.WriteString(Text, value.Text);
        writer.WriteNumber(AtMs, value.AtMs);
        writer.WriteEndObject();
    }
}
