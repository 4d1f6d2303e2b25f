using System.Globalization;
using SupportConsole.Domain.Triage.Text;

namespace SupportConsole.Domain.Triage.Fingerprints;

/// <summary>
/// Learns the templates of a stream of lines while it reads them. Memory is bounded: beyond so many masked shapes the one that was not seen
/// for longest is forgotten. The same stream in the same order gives the same fingerprints. Not safe for two threads at once.
/// </summary>
public sealed class LogTemplates(int mostShapes = 10_000)
{
    /// <summary>A longer line is cut: what makes it one of its kind stands in front.</summary>
    private const int LongestLine = 4_000;

    // Groups are made anew when this share of the shapes of one length is new: often while little is known, seldom later.
    private const double Growth = 0.2;

    private readonly Dictionary<ulong, LogShape> _shapes = [];
    private readonly Dictionary<int, Bucket> _buckets = [];
    private readonly LinkedList<LogShape> _recency = new();
    private long _order;
    private bool _settled;

    public int Shapes => _shapes.Count;

    /// <summary>The template of <paramref name="line"/> as known by now.</summary>
    public LogTemplate Learn(ReadOnlySpan<char> line) => Seen(line).Template;

    /// <summary>Learns a line; ask <see cref="Settled"/> later for what became of it.</summary>
    public LogShape Seen(ReadOnlySpan<char> line)
    {
        line = line.Length > LongestLine ? line[..LongestLine] : line;
        var parts = new PooledList<LogPart>(64);
        LineMask.Read(line, ref parts);
        var hash = LogShape.HashOf(line, parts.Items);
        if (_shapes.TryGetValue(hash, out var shape))
        {
            _recency.Remove(shape.Recency!);
            _recency.AddLast(shape.Recency!);
        }
        else
        {
            shape = Add(new LogShape(hash, LogShape.WordsOf(line, parts.Items), _order++));
        }

        shape.Lines++;
        _settled = false;
        parts.Dispose();
        return shape;
    }

    /// <summary>The template that the whole stream until now gives a line that was seen.</summary>
    public LogTemplate Settled(LogShape shape)
    {
        if (!_settled)
        {
            foreach (var bucket in _buckets.Values)
                Regroup(bucket);
            _settled = true;
        }

        return shape.Template;
    }

    private LogShape Add(LogShape shape)
    {
        if (_shapes.Count >= mostShapes)
            Forget(_recency.First!.Value);
        _shapes.Add(shape.Hash, shape);
        shape.Recency = _recency.AddLast(shape);
        shape.Lines = 0;
        shape.Template = new LogTemplate(shape.Hash.ToString("x16", CultureInfo.InvariantCulture), TemplateText.Of([shape]));
        if (!_buckets.TryGetValue(shape.Words.Length, out var bucket))
            _buckets.Add(shape.Words.Length, bucket = new Bucket());
        bucket.Shapes.Add(shape);
        if (++bucket.New > bucket.Shapes.Count * Growth)
            Regroup(bucket);
        return shape;
    }

    private void Forget(LogShape shape)
    {
        _recency.Remove(shape.Recency!);
        _shapes.Remove(shape.Hash);
        _buckets[shape.Words.Length].Shapes.Remove(shape);
    }

    private static void Regroup(Bucket bucket)
    {
        bucket.New = 0;
        foreach (var group in ShapeGroups.Of(bucket.Shapes))
        {
            var first = group.MinBy(shape => shape.Order)!;
            var text = TemplateText.Of(group);
            var template = first.Template.Text == text ? first.Template : first.Template with { Text = text };
            foreach (var shape in group)
                shape.Template = template;
        }
    }

    private sealed class Bucket
    {
        public List<LogShape> Shapes { get; } = [];

        /// <summary>How many came since they were grouped last.</summary>
        public int New { get; set; }
    }
}
