using System.Globalization;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Detection;

/// <summary>
/// Times at which a project's calls are answered more than at other times: some hours of the day, or some days of the week in a row.
/// </summary>
/// <param name="Days">First and last weekday (0 is Monday), both included.</param>
/// <param name="Hours">First hour, and the one that is no longer in it.</param>
public sealed record CallingWindow((int First, int Last) Days, (int From, int To) Hours)
{
    /// <summary>Hours of a window: short enough to tell hours apart, long enough to place the calls in.</summary>
    private const int Length = 4;

    /// <summary>First and last hour in which it is decent to call.</summary>
    private const int EarliestHour = 9, LatestHour = 20;

    /// <summary>Weekdays in a row: fewer leave too few to call on, more leave nothing to compare with.</summary>
    private const int FewestDays = 2, MostDays = 5;

    private static readonly string[] English = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Dutch = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

    public static readonly IReadOnlyList<CallingWindow> OfHours =
        [.. Enumerable.Range(EarliestHour, LatestHour - EarliestHour - Length + 1).Select(start => new CallingWindow((0, 6), (start, start + Length)))];

    public static readonly IReadOnlyList<CallingWindow> OfWeekdays =
        [.. from days in Enumerable.Range(FewestDays, MostDays - FewestDays + 1) from first in Enumerable.Range(0, 8 - days) select new CallingWindow((first, first + days - 1), (0, 24))];

    public bool IsOfHours => Hours != (0, 24);

    public bool IsOfWeekdays => Days != (0, 6);

    /// <summary>The calls that were placed in it.</summary>
    public TimedCalls Of(CallTimes times) => times.Of(Days.First, Days.Last, Hours.From, Hours.To);

    /// <summary>The times that lie in both.</summary>
    public CallingWindow And(CallingWindow other) => new(
        (Math.Max(Days.First, other.Days.First), Math.Min(Days.Last, other.Days.Last)), (Math.Max(Hours.From, other.Hours.From), Math.Min(Hours.To, other.Hours.To)));

    /// <summary>"on Monday to Thursday between 13:00-17:00", or the part of it that matters; as "op maandag tot en met donderdag tussen ..." in Dutch.</summary>
    public string Words(bool dutch)
    {
        var (names, on, to, between) = dutch ? (Dutch, "op", "tot en met", "tussen") : (English, "on", "to", "between");
        var days = IsOfWeekdays ? $"{on} {names[Days.First]} {to} {names[Days.Last]}" : "";
        var hours = IsOfHours ? string.Create(CultureInfo.InvariantCulture, $"{between} {Hours.From:00}:00-{Hours.To:00}:00") : "";
        return $"{days} {hours}".Trim();
    }

    /// <summary>Whether it can be compared: enough calls in it, on each of its days, and beside it.</summary>
    public bool HasEnough(CallTimes times, TimedCalls inside, TimedCalls outside, int minimum) =>
        inside.Calls >= minimum && outside.Calls >= minimum
        && (!IsOfWeekdays || Enumerable.Range(Days.First, Days.Last - Days.First + 1).All(day => times.Of(day, day, 0, 24).Calls >= minimum));
}
