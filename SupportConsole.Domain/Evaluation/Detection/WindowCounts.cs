using SupportConsole.Domain.Projects;

namespace SupportConsole.Domain.Evaluation.Detection;

/// <summary>The counts of the last days as the console keeps them, call by call and without a database.</summary>
internal sealed class WindowCounts(TimeSpan window)
{
    private readonly Queue<(DateTime Bucket, IReadOnlyList<(CallCountKind Kind, string Value)> Entries)> _counted = [];
    private readonly Dictionary<(CallCountKind Kind, string Value), int> _counts = [];

    /// <summary>Counts one more call; those that have left the window by then go.</summary>
    public void Add(Call call, IReadOnlyList<CaptureField> fields)
    {
        var entries = CallCounting.Entries(call, fields).ToList();
        _counted.Enqueue((CallCounting.BucketOf(call.StartedAt), entries));
        entries.ForEach(entry => Count(entry, 1));
        while (_counted.Peek() is var oldest && oldest.Bucket < call.StartedAt - window)
        {
            foreach (var entry in _counted.Dequeue().Entries)
            {
                Count(entry, -1);
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

    private void Count((CallCountKind, string) entry, int by)
    {
        if ((_counts[entry] = _counts.GetValueOrDefault(entry) + by) == 0)
        {
            _counts.Remove(entry);
        }
    }
}
