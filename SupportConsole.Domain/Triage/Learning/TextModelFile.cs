using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SupportConsole.Domain.Triage.Learning;

/// <summary>
/// A model as one file: "SCTM", the version of the format, a header in JSON (labels, options, what it was trained on, held-out
/// figures), the numbers, and a SHA-256 of all before it. Written whole or not at all.
/// </summary>
public static class TextModelFile
{
    public const int Version = 1;

    private const int DigestLength = 32;

    private static readonly byte[] Mark = "SCTM"u8.ToArray();

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static void Write(TextModel model, string path)
    {
        var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Mark);
            writer.Write(Version);
            writer.Write(JsonSerializer.Serialize(new Header([.. model.Labels], model.Scoring.KnowsStrangers, model.Scoring.Networks.Length, model.Facts), Json));
            WriteBody(writer, model);
        }

        bytes.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        var full = Path.GetFullPath(path);
        var half = $"{full}.{Guid.NewGuid():N}.part";
        try
        {
            using (var file = new FileStream(half, FileMode.CreateNew))
            {
                bytes.WriteTo(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(half, full, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
    }

    /// <exception cref="InvalidDataException">The file is no model, a newer one, or damaged; the message says which.</exception>
    public static TextModel Read(string path)
    {
        var name = Path.GetFileName(path);
        var bytes = File.ReadAllBytes(path);
        if (!bytes.AsSpan().StartsWith(Mark) || bytes.Length < Mark.Length + 4 + DigestLength)
            throw new InvalidDataException($"{name} is no model file.");
        var version = BitConverter.ToInt32(bytes, Mark.Length);
        if (version != Version)
            throw new InvalidDataException($"{name} has format {version}, and this console reads format {Version}: {(version > Version ? "it was written by a newer one" : "train the model anew")}.");
        if (!SHA256.HashData(bytes.AsSpan(0, bytes.Length - DigestLength)).AsSpan().SequenceEqual(bytes.AsSpan(bytes.Length - DigestLength)))
            throw new InvalidDataException($"{name} is damaged: its content does not match its checksum.");
        using var reader = new BinaryReader(new MemoryStream(bytes, Mark.Length + 4, bytes.Length - Mark.Length - 4 - DigestLength), Encoding.UTF8);
        var header = JsonSerializer.Deserialize<Header>(reader.ReadString(), Json) ?? throw new InvalidDataException($"{name} has an empty header.");
        return ReadBody(reader, header);
    }

    private static void WriteBody(BinaryWriter writer, TextModel model)
    {
        var (scoring, judgement) = (model.Scoring, model.Judgement);
        WriteMany(writer, scoring.Vocabulary.Keys);
        WriteMany(writer, scoring.Vocabulary.Weights);
        WriteRows(writer, scoring.Margins.Weights);
        WriteMany<float>(writer, scoring.Margins.Bias);
        foreach (var network in scoring.Networks)
        {
            WriteRows(writer, network.Input);
            WriteMany<float>(writer, network.HiddenBias);
            WriteMany<float>(writer, network.Output);
            WriteMany<float>(writer, network.OutputBias);
        }

        WriteMany<float>(writer, [judgement.Blend.OfMargins, judgement.Blend.OfNetwork, judgement.AutoFrom]);
        WriteMany<float>(writer, judgement.Blend.Offsets);
        foreach (var trust in (Trust[])[judgement.Confidence, judgement.Right, judgement.Useful])
        {
            WriteMany<float>(writer, trust.Means);
            WriteMany<float>(writer, trust.Scales);
            WriteMany<float>(writer, trust.Weights);
        }
    }

    private static TextModel ReadBody(BinaryReader reader, Header header)
    {
        var vocabulary = new Vocabulary(ReadMany<ulong>(reader), ReadMany<float>(reader));
        var margins = new MarginView(ReadRows(reader), ReadMany<float>(reader));
        var networks = new NetworkView[header.Networks];
        for (var i = 0; i < networks.Length; i++)
            networks[i] = new NetworkView(ReadRows(reader), ReadMany<float>(reader), ReadMany<float>(reader), ReadMany<float>(reader));
        var factors = ReadMany<float>(reader);
        var blend = new Blend(factors[0], factors[1], ReadMany<float>(reader));
        var scoring = new Scoring(vocabulary, header.Labels.Length, header.KnowsStrangers, margins, networks);
        return new TextModel(header.Labels, scoring, new Judgement(blend, ReadTrust(reader), ReadTrust(reader), ReadTrust(reader), factors[2]), header.Facts);
    }

    private static Trust ReadTrust(BinaryReader reader) => new(ReadMany<float>(reader), ReadMany<float>(reader), ReadMany<float>(reader));

    private static void WriteRows(BinaryWriter writer, CompactRows rows)
    {
        writer.Write(rows.Width);
        WriteMany(writer, rows.Cells);
        WriteMany(writer, rows.Scales);
    }

    private static CompactRows ReadRows(BinaryReader reader) => new(reader.ReadInt32(), ReadMany<sbyte>(reader), ReadMany<float>(reader));

    private static void WriteMany<T>(BinaryWriter writer, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    private static T[] ReadMany<T>(BinaryReader reader)
        where T : unmanaged
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private sealed record Header(string[] Labels, bool KnowsStrangers, int Networks, TextModelFacts Facts);
}
