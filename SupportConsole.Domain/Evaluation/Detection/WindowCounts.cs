using SupportConsole.Domain.Detection;
using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>The counts of the last days as the console keeps them, call by call and without a database.</summary>
internal sealed class WindowCounts(DetectionOptions options)
{
    private readonly Queue<(DateTime Bucket, IReadOnlyList<(CallCountKind Kind, string Value)> Entries)> _counted = [];
    private readonly Dictionary<(CallCountKind Kind, string Value), int> _counts = [];
    private readonly CallTimes _times = new();

    /// <summary>The same calls by hour of the week, on UTC's clock.</summary>
    public CallTimes Times => _times;

    /// <summary>Counts one more call; those that have left the window by then go.</summary>
    public void Add(Call call, IReadOnlyList<CaptureField> fields)
    {
        var entries = CallCounting.Entries(call, fields).ToList();
        _counted.Enqueue((CallCounting.BucketOf(call.StartedAt), entries));
        entries.ForEach(entry => Count(CallCounting.BucketOf(call.StartedAt), entry, 1));
        while (_counted.Peek() is var oldest && oldest.Bucket < options.WindowStart(call.StartedAt))
        {
            foreach (var entry in _counted.Dequeue().Entries)
            {
                Count(oldest.Bucket, entry, -1);
            }
        }
    }

    public CallTotals Totals()
    {
        var totals = new CallTotals();
        foreach (var ((kind, value), count) in _counts)
        {
            totals.Add(kind, value, count);
        }

        return totals;
    }

    /// <summary>The same calls by day.</summary>
    public IReadOnlyList<CountedDay> Days()
    {
        var days = new List<CountedDay>();
        foreach (var (bucket, entries) in _counted)
        {
            if (days is not [.., { } last] || last.Day != bucket.Date)
            {
                days.Add(last = new CountedDay(1, bucket.Date, new CallTotals(), new CallTimes()));
            }

            foreach (var (kind, value) in entries)
            {
                last.Totals.Add(kind, value, 1);
                last.Times.Add(Hour(bucket), kind, value, 1);
            }
        }

        return days;
    }

    private static int Hour(DateTime bucket) => ((int)bucket.DayOfWeek + 6) % 7 * 24 + bucket.Hour;

    private void Count(DateTime bucket, (CallCountKind Kind, string Value) entry, int by)
    {
        _times.Add(Hour(bucket), entry.Kind, entry.Value, by);
        if ((_counts[entry] = _counts.GetValueOrDefault(entry) + by) == 0)
        {
            _counts.Remove(entry);
        }
    }
}
