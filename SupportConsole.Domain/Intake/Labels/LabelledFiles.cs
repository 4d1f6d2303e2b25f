using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using nietras.SeparatedValues;
using SupportConsole.Domain.Data;
using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Domain.Triage;
using SupportConsole.Domain.Triage.Labels;

namespace SupportConsole.Domain.Intake.Labels;

/// <summary>Files of labelled texts: kept until somebody has said which column is what, then read as a whole.</summary>
public sealed partial class LabelledFiles(ImportFiles files, IOptionsMonitor<TrainingOptions> options)
{
    private const int ShownFaults = 20;
    private const string Required = "This is required.";

    private static readonly string[] TextNames = ["text", "message", "body", "content", "utterance", "question", "query", "description", "tekst", "bericht", "vraag", "omschrijving"];
    private static readonly string[] TopicNames = ["label", "category", "intent", "class", "topic", "tag", "categorie", "klasse", "onderwerp", "intentie"];
    private static readonly string[] SentimentNames = ["sentiment", "sentimentlabel", "polarity", "feeling", "tone", "polariteit", "gevoel", "stemming", "toon"];
    private static readonly string[] UrgencyNames = ["urgency", "priority", "severity", "urgentie", "prioriteit", "spoed", "ernst"];

    /// <summary>Takes in a file; null when it is larger than may be. The errors say why it cannot be read: then it is gone again.</summary>
    public async Task<(string? Kept, FieldErrors Errors)?> TakeAsync(Stream content, CancellationToken cancellation = default)
    {
        if (await files.SaveAsync(content, options.CurrentValue.MaxFileBytes, ImportFiles.Labels, cancellation) is not { } kept)
            return null;
        var found = Inspect(kept);
        if (!found.Errors.Any)
            return (kept, found.Errors);
        files.Delete(kept);
        return (null, found.Errors);
    }

    /// <summary>Whether this is the name of a file that is kept; it comes out of an address.</summary>
    public bool IsKept(string kept) => KeptName().IsMatch(kept) && File.Exists(files.PathOf(kept));

    public FileInspection Inspect(string kept)
    {
        var found = FileInspection.Of(files.PathOf(kept));
        found.Errors.AddWhen(!found.Errors.Any && found.Format == ImportFormat.Jsonl, "file", "Labelled texts come as CSV.", "jsonl");
        return found;
    }

    /// <summary>Which columns are probably the text and what is said of it.</summary>
    public static LabelColumns Guess(IReadOnlyList<ImportColumn> columns) =>
        new(Find(columns, TextNames), Find(columns, TopicNames), Find(columns, SentimentNames), Find(columns, UrgencyNames));

    public LabelledFile Read(string kept, FileInspection found, LabelColumns columns)
    {
        var texts = new List<NewLabel>();
        var (rejected, faults, _) = Read(kept, found, columns, texts.Add);
        return new LabelledFile(texts, rejected, faults);
    }

    /// <summary>Counts what is right in a file, and keeps none of its texts.</summary>
    public LabelledCheck Check(string kept, FileInspection found, LabelColumns columns)
    {
        var labels = columns.Kinds.ToDictionary(kind => kind, _ => (Texts: 0, Labels: new HashSet<string>()));
        var (rejected, faults, torn) = Read(kept, found, columns, told =>
        {
            var (texts, names) = labels[told.Kind];
            names.Add(told.Label);
            labels[told.Kind] = (texts + 1, names);
        });
        return new LabelledCheck(labels.Values.Sum(kind => kind.Texts), labels.ToDictionary(kind => kind.Key, kind => new LabelsFound(kind.Value.Texts, kind.Value.Labels)), rejected, faults, torn);
    }

    public void Delete(string kept) => files.Delete(kept);

    private (long Rejected, List<ImportLineFault> Faults, string? Torn) Read(string kept, FileInspection found, LabelColumns columns, Action<NewLabel> take)
    {
        var (faults, rejected, header) = (new List<ImportLineFault>(), 0L, true);
        using var stream = File.OpenRead(files.PathOf(kept));
        using var reader = CsvReader.Open(stream, found.Separator!);
        var next = 1L;
        try
        {
            while (reader.MoveNext())
            {
                var row = reader.Current;
                next = row.LineNumberToExcl;
                if (CsvReader.IsNone(row))
                    continue;
                if (header)
                {
                    header = false;
                    continue;
                }

                if (StrayQuote.In(row, found.Separator!) is { } stray)
                {
                    rejected += stray.Lines;
                    if (!stray.IsClosed)
                        return (rejected, [.. faults, new ImportLineFault(stray.Line, null, JsonFields.Whole, stray.Fault)], stray.Fault);
                    faults.AddRange(new[] { new ImportLineFault(stray.Line, null, JsonFields.Whole, stray.Fault) }.Take(ShownFaults - faults.Count));
                    continue;
                }

                var errors = new FieldErrors();
                var told = Row(row, found.Columns.Count, columns, errors);
                told.ForEach(take);
                rejected += told.Count == 0 ? 1 : 0;
                faults.AddRange(ImportLineFault.Of(row.LineNumberFrom, null, errors).Take(ShownFaults - faults.Count));
            }
        }
        catch (NotSupportedException)
        {
            // What stands before it is right; what follows cannot be told apart.
            rejected += File.ReadLines(files.PathOf(kept)).LongCount() - (next - 1);
            return (rejected, [.. faults, new ImportLineFault(next, null, JsonFields.Whole, CsvReader.OpenQuote)], CsvReader.OpenQuote);
        }

        return (rejected, faults, null);
    }

    /// <summary>What a line says of its text; nothing where anything in it is wrong.</summary>
    private static List<NewLabel> Row(SepReader.Row row, int columnCount, LabelColumns columns, FieldErrors errors)
    {
        errors.AddWhen(row.ColCount > columnCount || row.ColCount <= columns.Last, JsonFields.Whole, CsvReader.Uneven(row, columnCount));
        if (!errors.Any)
            CsvReader.CheckText(row, errors);
        if (errors.Any)
            return [];
        var (text, labels) = (row[columns.Text].Span.Trim().ToString(), new List<NewLabel>());
        CheckLength(errors, "text", text, LabelledText.LongestText);
        foreach (var kind in columns.Kinds)
        {
            if (row[columns[kind]].Span.Trim().ToString() is { Length: > 0 } written && Label(kind, written, errors) is { } label)
                labels.Add(new NewLabel(text, label, kind));
        }

        errors.AddWhen(labels.Count == 0 && !errors.Any, "label", Required);
        return errors.Any ? [] : labels;
    }

    private static string? Label(LabelKind kind, string written, FieldErrors errors)
    {
        if (kind == LabelKind.Topic)
        {
            CheckLength(errors, "label", written, LabelledText.LongestLabel);
            return written;
        }

        var known = LabelKinds.Known(kind, written);
        errors.AddWhen(known is null, LabelKinds.Name(kind), $"Use {JsonFields.OneOf(LabelKinds.Fixed(kind))}.");
        return known;
    }

    private static void CheckLength(FieldErrors errors, string field, string value, int longest)
    {
        errors.AddWhen(value.Length == 0, field, Required);
        errors.AddWhen(value.Length > longest, field, $"At most {longest} characters.");
    }

    private static int Find(IReadOnlyList<ImportColumn> columns, string[] names)
    {
        var plain = columns.Select(column => ColumnGuess.Plain(column.Header)).ToList();
        return names.Select(name => plain.IndexOf(name)).FirstOrDefault(at => at >= 0, -1);
    }

    [GeneratedRegex(@"\A[0-9a-f]{32}\.labels\z", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex KeptName();
}
