using System.Text.Json.Serialization;

namespace SupportConsole.Domain.Projects;

/// <summary>One thing said in a call.</summary>
/// <param name="AtMs">Milliseconds from the start of the call.</param>
[JsonConverter(typeof(TranscriptLineJson))]
public sealed record TranscriptLine(Speaker Role, string Text, long AtMs);
