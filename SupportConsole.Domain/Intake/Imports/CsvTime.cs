using System.Globalization;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>The times of CSV files.</summary>
internal static class CsvTime
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>How most files write it: tried before the others, since a million times are.</summary>
    private const string Usual = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static readonly string[] WithOffset = [.. Forms("yyyy-MM-dd").Select(form => form + "zzz"), .. Forms("yyyy-MM-dd").Select(form => form + "'Z'")];

    /// <summary>Day before month only with dashes: with slashes nobody can tell 03/02 from 02/03.</summary>
    private static readonly string[] WithoutOffset = [.. Forms("yyyy-MM-dd"), .. Forms("dd-MM-yyyy"), .. Forms("d-M-yyyy")];

    public static DateTimeOffset? Parse(string text, ImportTimes times, TimeZoneInfo zone) => times switch
    {
        ImportTimes.UnixSeconds => Unix(text, 1_000),
        ImportTimes.UnixMilliseconds => Unix(text, 1),
        _ when DateTimeOffset.TryParseExact(text, Usual, CultureInfo.InvariantCulture, Utc, out var usual) => usual,
        _ when Exact(text, WithOffset) is { } time => time,
        ImportTimes.Iso => Exact(text, WithoutOffset[..(WithoutOffset.Length / 3)]),
        _ => Local(text, zone),
    };

    /// <summary>What the times of a column seem to be.</summary>
    public static ImportTimes Guess(string? sample) => sample switch
    {
        { Length: 9 or 10 } when sample.All(char.IsAsciiDigit) => ImportTimes.UnixSeconds,
        { Length: 12 or 13 } when sample.All(char.IsAsciiDigit) => ImportTimes.UnixMilliseconds,
        not null when Exact(sample, WithOffset) is null && Exact(sample, WithoutOffset) is not null => ImportTimes.Local,
        _ => ImportTimes.Iso,
    };

    private static DateTimeOffset? Unix(string text, int scale) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number * scale < 32_503_680_000_000
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(number * scale)) : null;

    private static DateTimeOffset? Exact(string text, string[] forms) =>
        DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, Utc, out var time) ? time : null;

    /// <summary>A time that the clock skips is none; of one that it shows twice the first is meant.</summary>
    private static DateTimeOffset? Local(string text, TimeZoneInfo zone)
    {
        if (!DateTime.TryParseExact(text, WithoutOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || zone.IsInvalidTime(local))
        {
            return null;
        }

        return new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
    }

    private static string[] Forms(string day) =>
    [
        $"{day} HH:mm", $"{day}'T'HH:mm", $"{day} HH:mm:ss", $"{day}'T'HH:mm:ss", $"{day} HH:mm:ss.FFFFFFF", $"{day}'T'HH:mm:ss.FFFFFFF",
    ];
}
