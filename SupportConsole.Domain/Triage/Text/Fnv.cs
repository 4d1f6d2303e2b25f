namespace SupportConsole.Domain.Triage.Text;

/// <summary>The hash FNV-1a over characters (Fowler, Noll and Vo): a few instructions each, and the same in every process.</summary>
internal static class Fnv
{
    public const ulong Basis = 14695981039346656037;

    public static ulong Add(ulong hash, ulong value) => (hash ^ value) * 1099511628211;

    public static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            hash = Add(hash, c);
        return hash;
    }
}
