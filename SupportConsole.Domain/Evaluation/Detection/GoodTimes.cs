namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>Times at which a simulated project's calls are answered more: hours of the day, or days of the week.</summary>
/// <param name="Days">First and last weekday (0 is Monday), both included.</param>
/// <param name="Hours">First hour, and the one that is no longer in it.</param>
/// <param name="UnansweredElse">The chance (0..1) that a call at another time is not answered.</param>
public sealed record GoodTimes((int First, int Last) Days, (int From, int To) Hours, double UnansweredElse)
{
    /// <summary>Between these hours the simulation places its calls, evenly, on every day.</summary>
    public const int FirstHour = 8, LastHour = 20;

    /// <summary>The share (0..1) of evenly placed calls that lie in them.</summary>
    public double Share => DayShare * (Hours.To - Hours.From) / (LastHour - FirstHour);

    private double DayShare => (Days.Last - Days.First + 1) / 7.0;

    public static GoodTimes OfHours(int from, int to, double unansweredElse) => new((0, 6), (from, to), unansweredElse);

    public static GoodTimes OfDays(int first, int last, double unansweredElse) => new((first, last), (FirstHour, LastHour), unansweredElse);

    public bool Holds(DateTime at) => IsOn(at) && at.TimeOfDay.TotalHours >= Hours.From && at.TimeOfDay.TotalHours < Hours.To;

    /// <summary>How many calls a day has for each of an evenly placed one when this share of all is placed at good times on purpose.</summary>
    public double Pace(DateTime day, double placed) => 1 - placed + (IsOn(day) ? placed / DayShare : 0);

    private bool IsOn(DateTime at) => ((int)at.DayOfWeek + 6) % 7 is var day && day >= Days.First && day <= Days.Last;
}
