using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportConsole.Domain.Upkeep.Backups;

/// <summary>What a backup says of itself, in <c>manifest.json</c>: all that it takes to tell whether it is whole.</summary>
/// <param name="Version">Of the console that made it.</param>
/// <param name="Schema">The database's last migration.</param>
/// <param name="Entries">Everything else in the zip.</param>
/// <param name="Rows">How many rows each table holds.</param>
public sealed record BackupManifest(string Version, string Schema, DateTime MadeAt, IReadOnlyList<BackupEntry> Entries, IReadOnlyDictionary<string, long> Rows)
{
    public const string Name = "manifest.json";
    public const string Database = "console.db";
    public const string Keys = "keys";
    public const string Attachments = "attachments";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    public static BackupManifest? Read(Stream json) => JsonSerializer.Deserialize<BackupManifest>(json, Options);
}

/// <param name="Name">Its path in the zip.</param>
/// <param name="Sha256">In hexadecimal.</param>
public sealed record BackupEntry(string Name, long Bytes, string Sha256);

/// <summary>Why a backup could not be made, or is not one that may be restored; its text is for people.</summary>
public sealed class BackupFaultException(string text, Exception? cause = null) : Exception(text, cause);
