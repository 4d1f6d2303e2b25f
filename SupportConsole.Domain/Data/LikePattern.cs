namespace SupportConsole.Domain.Data;

/// <summary>What somebody typed, as a pattern of LIKE that finds it anywhere and takes its signs for what they are.</summary>
public static class LikePattern
{
    public const string Escape = @"\";

    public static string Holding(string text) => $"%{text.Trim().Replace(Escape, @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";
}
