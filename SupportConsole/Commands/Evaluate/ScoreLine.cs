using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportConsole.Commands.Evaluate;

/// <summary>Scores as the one line of JSON that an evaluation ends with.</summary>
internal static class ScoreLine
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static JsonObject Of<T>(T score) => JsonSerializer.SerializeToNode(score, Json)!.AsObject();
}
