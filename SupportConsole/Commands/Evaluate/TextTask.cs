using System.CommandLine;
using System.Diagnostics;
using SupportConsole.Domain.Evaluation.Texts;

namespace SupportConsole.Commands.Evaluate;

/// <summary>
/// What every evaluation of texts shares: a CSV of texts in, a CSV of answers out, and the scores against --truth. A task adds its own
/// options to <see cref="Command"/> and calls <see cref="Does"/>.
/// </summary>
internal sealed class TextTask
{
    private readonly string _name, _column, _truthColumn;
    private readonly Option<FileInfo> _input;
    private readonly Option<FileInfo> _output = new("--output") { Description = "The CSV to write the answers to: one row for each row of the input.", Required = true };
    private readonly Option<FileInfo?> _truth;

    /// <param name="column">The column of the input that is read.</param>
    /// <param name="truthColumn">The column of the truth that is compared, by default "label".</param>
    public TextTask(string name, string description, string column = "text", string truthColumn = "label")
    {
        (_name, _column, _truthColumn) = (name, column, truthColumn);
        _input = new("--input") { Description = $"A CSV with a column \"{column}\".", Required = true };
        _truth = new("--truth") { Description = $"A CSV with a column \"{truthColumn}\", one row for each row of the input: prints the scores as one line of JSON." };
        Command = new Command(name, description) { _input, _output, _truth };
    }

    public Command Command { get; }

    /// <summary>
    /// Reads the input, asks what <paramref name="prepare"/> gave for each text in turn, writes the answers and prints the scores. Faults in files name file and column.
    /// </summary>
    /// <param name="header">The columns of the answer file.</param>
    /// <param name="prepare">Trains or loads what answers, and gives the answer to one text; answering alone is what the speed says.</param>
    /// <param name="row">The values of an answer's row.</param>
    /// <param name="score">The scores of the answers against the truth, a record or an anonymous object; its properties become the keys.</param>
    public Command Does<T>(
        IReadOnlyList<string> header,
        Func<ParseResult, Func<string, T>> prepare,
        Func<T, IReadOnlyList<string>> row,
        Func<IReadOnlyList<string>, IReadOnlyList<T>, object> score) => Command.Does(async (parsed, lines) =>
        {
            var texts = TextTable.Read(parsed.GetRequiredValue(_input).FullName, _column)[_column];
            var truth = parsed.GetValue(_truth) is { } file ? TextTable.ReadTruth(file.FullName, _truthColumn, texts.Count) : null;
            var ready = Stopwatch.StartNew();
            var answer = prepare(parsed);
            var errors = parsed.InvocationConfiguration.Error;
            await errors.WriteLineAsync(FormattableString.Invariant($"ready after {ready.Elapsed.TotalSeconds:0.0} s"));

            var clock = Stopwatch.StartNew();
            var answers = new T[texts.Count];
            for (var i = 0; i < answers.Length; i++)
                answers[i] = answer(texts[i]);
            var perSecond = Math.Round(texts.Count / Math.Max(clock.Elapsed.TotalSeconds, 1e-6));
            await errors.WriteLineAsync(FormattableString.Invariant($"{perSecond:0} texts per second"));

            AnswerFile.Write(parsed.GetRequiredValue(_output).FullName, header, answers.Select(row));
            if (truth is not null)
            {
                var line = ScoreLine.Of(score(truth, answers));
                line.Insert(0, "task", _name);
                line.Insert(1, "rows", texts.Count);
                line.Add("texts_per_second", perSecond);
                await lines.WriteLineAsync(line.ToJsonString());
            }

            return ExitCode.Done;
        });
}
