using Microsoft.EntityFrameworkCore;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Triage.Labels;
using SupportConsole.Domain.Triage.Learning;

namespace SupportConsole.Domain.Triage.Models;

/// <summary>The texts with labels of one kind as one training takes them: what is learned from, and what is only judged by.</summary>
/// <param name="LastId">The last labelled text there was, of any kind.</param>
/// <param name="LeftOut">How many were too many: the oldest of the labels that have most.</param>
/// <param name="Outside">Topics that are no category, where all but a few texts are labelled with categories: they are left out.</param>
internal sealed record LearningTexts(TrainingTexts Train, TrainingTexts HeldOut, long LastId, int LeftOut, IReadOnlyList<string> Outside)
{
    /// <summary>Of so many texts one may carry a label that is no category, and the labels still are the categories.</summary>
    private const int OutsideOneIn = 20;

    public int All => Train.Count + HeldOut.Count;

    /// <summary>Labels that can be learned.</summary>
    public int Labels => Train.Labels.Where(label => label != LearningOptions.OutOfScope).Distinct().Count();

    /// <param name="most">No more are taken: of every label as many, the newest.</param>
    public static async Task<LearningTexts> ReadAsync(SupportDbContext db, LabelKind kind, int most, CancellationToken cancellation)
    {
        var last = await db.LabelledTexts.MaxAsync(text => (long?)text.Id, cancellation) ?? 0;
        var counts = await db.LabelledTexts.Where(text => text.Kind == kind && text.Id <= last).GroupBy(text => text.Label)
            .Select(same => new { Label = same.Key, Texts = same.Count() }).OrderBy(count => count.Label).ToListAsync(cancellation);
        var names = new LabelNames([]);
        var labels = counts.GroupBy(count => names.Of(kind, count.Label))
            .Select(same => new Spelled(same.Key, [.. same.Select(count => count.Label)], same.Sum(count => count.Texts))).ToList();
        var outside = kind == LabelKind.Topic ? OutsideOf(labels) : [];
        labels.RemoveAll(label => outside.Contains(label.Name));

        var ofEach = OfEach(labels.ConvertAll(label => label.Texts), most);
        var rows = new List<Row>();
        foreach (var label in labels)
        {
            var newest = db.LabelledTexts.AsNoTracking().Where(text => text.Kind == kind && label.Spellings.Contains(text.Label) && text.Id <= last)
                .OrderByDescending(text => text.Id).Take(ofEach).Select(text => new { text.Id, text.Text, text.HeldOut }).AsAsyncEnumerable();
            await foreach (var text in newest.WithCancellation(cancellation))
                rows.Add(new Row(text.Id, ModelText.Of(text.Text), label.Name, text.HeldOut));
        }

        rows.Sort((one, other) => one.Id.CompareTo(other.Id));
        return new LearningTexts(Side(rows, heldOut: false), Side(rows, heldOut: true), last, labels.Sum(label => Math.Max(0, label.Texts - ofEach)), outside);
    }

    private static TrainingTexts Side(List<Row> rows, bool heldOut)
    {
        var side = rows.FindAll(row => row.HeldOut == heldOut);
        return new TrainingTexts(side.ConvertAll(row => row.Text), side.ConvertAll(row => row.Label));
    }

    /// <summary>A stray "biling" among thousands of texts makes no workspace one of intents.</summary>
    private static List<string> OutsideOf(List<Spelled> labels)
    {
        var own = labels.FindAll(label => label.Name != LearningOptions.OutOfScope);
        var outside = own.FindAll(label => TriageNames.CategoryOf(label.Name) is null);
        return (long)outside.Sum(label => label.Texts) * OutsideOneIn <= own.Sum(label => label.Texts) ? outside.ConvertAll(label => label.Name) : [];
    }

    /// <summary>How many of each label may be taken so that all are at most so many: labels with few keep all of theirs.</summary>
    private static int OfEach(List<int> counts, int most)
    {
        counts.Sort();
        for (var (i, left) = (0, most); i < counts.Count; left -= counts[i++])
        {
            var each = left / (counts.Count - i);
            if (counts[i] > each)
                return each;
        }

        return most;
    }

    private sealed record Spelled(string Name, IReadOnlyList<string> Spellings, int Texts);

    private sealed record Row(long Id, string Text, string Label, bool HeldOut);
}
