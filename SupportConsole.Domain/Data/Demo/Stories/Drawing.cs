namespace SupportConsole.Domain.Data.Demo.Stories;

/// <summary>Draws that give the same call for the same id, on any machine.</summary>
public static class Drawing
{
    public static T Of<T>(this Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public static bool Chance(this Random random, double chance) => random.NextDouble() < chance;

    /// <summary>A generator for one call: FNV-1a of its id, since string hashes differ from process to process.</summary>
    public static Random For(string id)
    {
        var hash = id.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));
        return new Random(unchecked((int)hash));
    }
}
