using System.Globalization;
using SupportConsole.Domain.Data;

namespace SupportConsole.Shell;

/// <summary>Which part of a list a caller asks for.</summary>
internal static class Paging
{
    public const int Most = 100;

    public const string LimitText = "Rows on a page, 1 to 100.";
    public const string CursorText = "next_cursor of the page before.";

    /// <summary>How many rows: more than <see cref="Most"/> is read as that.</summary>
    public static int Limit(string? text, FieldErrors errors, int usual = 50)
    {
        if (text is null)
            return usual;
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0;
        errors.AddWhen(!isNumber, "limit", $"Give a whole number, 1 to {Most}.");
        return Math.Clamp(limit, 1, Most);
    }

    /// <summary>The row after which to go on, of lists that are ordered by a number; null without a cursor.</summary>
    public static long? After(string? cursor, FieldErrors errors)
    {
        if (cursor is null)
            return null;
        var isNumber = long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var after);
        errors.AddWhen(!isNumber, "cursor", "Give next_cursor as it was answered.");
        return isNumber ? after : null;
    }

    /// <summary>The rows of the page out of one row more than that, and the cursor of the last when there is a next page.</summary>
    public static (IReadOnlyList<T> Rows, string? NextCursor) Cut<T>(List<T> rows, int limit, Func<T, long> key) =>
        rows.Count <= limit ? (rows, null) : (rows[..limit], key(rows[limit - 1]).ToString(CultureInfo.InvariantCulture));

    /// <summary>A value of a list's filter by its name in the API; null (and an error) when it is none of them.</summary>
    public static T? Choice<T>(string text, string name, FieldErrors errors, params IEnumerable<string> others)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (ApiJson.Name(value) == text)
                return value;
        }

        errors.Add(name, $"Use {JsonFields.OneOf([.. others, .. Enum.GetValues<T>().Select(ApiJson.Name)])}.");
        return null;
    }
}
