using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Triage.Models;

/// <summary>The files of the models, in the folder "models" of the data.</summary>
public sealed class ModelShelf(IOptions<DataOptions> data)
{
    private string Folder => Path.Combine(data.Value.Folder, "models");

    public string PathOf(long id) => Path.Combine(Folder, TriageModel.FileNameOf(id));

    /// <summary>Writes a model beside the others, under a name that is not a version's yet.</summary>
    internal (string Path, string Hash) Lay(TextModel model)
    {
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, $"{Guid.NewGuid():N}.new");
        TextModelFile.Write(model, path);
        return (path, HashOf(path));
    }

    internal void Name(string laid, long id) => File.Move(laid, PathOf(id), overwrite: true);

    internal void Delete(long id) => File.Delete(PathOf(id));

    /// <summary>Removes what a training left that died with its process.</summary>
    internal void DeleteUnnamed()
    {
        foreach (var file in Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*.new") : [])
            File.Delete(file);
    }

    /// <summary>The model of a version, or why it cannot be had.</summary>
    public (TextModel? Model, ModelFault Fault) Read(long id, string hash)
    {
        var path = PathOf(id);
        try
        {
            return !File.Exists(path) ? (null, ModelFault.Missing)
                : HashOf(path) != hash ? (null, ModelFault.Damaged)
                : (TextModelFile.Read(path), ModelFault.None);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return (null, ModelFault.Damaged);
        }
    }

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}

/// <summary>What is wrong with the file of the version in force.</summary>
public enum ModelFault
{
    None,
    Missing,

    /// <summary>It cannot be read, or is not the file that was written.</summary>
    Damaged,
}
