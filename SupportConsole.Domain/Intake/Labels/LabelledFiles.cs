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

    private static readonly string[] TextNames = ["text", "message", "body", "content", "utterance", "question", "query", "description", "tekst", "bericht", "vraag", "omschrijving"];
    private static readonly string[] LabelNames = ["label", "category", "intent", "class", "topic", "tag", "categorie", "klasse", "onderwerp", "intentie"];

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

    /// <summary>Which columns are probably the text and its label; -1 where no name says it.</summary>
    public static (int Text, int Label) Guess(IReadOnlyList<ImportColumn> columns) => (Find(columns, TextNames), Find(columns, LabelNames));

    public LabelledFile Read(string kept, FileInspection found, int text, int label)
    {
        var texts = new List<NewLabel>();
        var (rejected, faults) = Read(kept, found, text, label, texts.Add);
        return new LabelledFile(texts, rejected, faults);
    }

    /// <summary>Counts what is right in a file, and keeps none of its texts.</summary>
    public LabelledCheck Check(string kept, FileInspection found, int text, int label)
    {
        var (texts, labels) = (0, new HashSet<string>());
        var (rejected, faults) = Read(kept, found, text, label, told =>
        {
            texts++;
            labels.Add(told.Label);
        });
        return new LabelledCheck(texts, labels, rejected, faults);
    }

    public void Delete(string kept) => files.Delete(kept);

    private (long Rejected, List<ImportLineFault> Faults) Read(string kept, FileInspection found, int text, int label, Action<NewLabel> take)
    {
        var (faults, rejected, header) = (new List<ImportLineFault>(), 0L, true);
        using var stream = File.OpenRead(files.PathOf(kept));
        using var reader = CsvReader.Open(stream, found.Separator!);
        var line = 1L;
        try
        {
            while (reader.MoveNext())
            {
                var row = reader.Current;
                line = row.LineNumberFrom;
                if (CsvReader.IsNone(row))
                    continue;
                if (header)
                {
                    header = false;
                    continue;
                }

                var errors = new FieldErrors();
                if (Row(row, found.Columns.Count, text, label, errors) is { } told)
                    take(told);
                else
                    rejected++;
                faults.AddRange(ImportLineFault.Of(line, null, errors).Take(ShownFaults - faults.Count));
            }
        }
        catch (NotSupportedException)
        {
            // What stands before it is right; what follows cannot be told apart.
            rejected++;
            faults.Add(new ImportLineFault(line, null, JsonFields.Whole, CsvReader.OpenQuote));
        }

        return (rejected, faults);
    }

    private static NewLabel? Row(SepReader.Row row, int columns, int text, int label, FieldErrors errors)
    {
        errors.AddWhen(row.ColCount > columns || row.ColCount <= Math.Max(text, label), JsonFields.Whole, CsvReader.Uneven(row, columns));
        if (!errors.Any)
            CsvReader.CheckText(row, errors);
        if (errors.Any)
            return null;
        var (said, about) = (row[text].Span.Trim().ToString(), row[label].Span.Trim().ToString());
        CheckLength(errors, "text", said, LabelledText.LongestText);
        CheckLength(errors, "label", about, LabelledText.LongestLabel);
        return errors.Any ? null : new NewLabel(said, about);
    }

    private static void CheckLength(FieldErrors errors, string field, string value, int longest)
    {
        errors.AddWhen(value.Length == 0, field, "This is required.");
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
