using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SupportConsole.Tests.TestSupport;

/// <summary>Asks the database, for each query that is run, how it goes about it: a reading that looks at every row shows here before it is slow.</summary>
internal sealed partial class QueryPlans : DbCommandInterceptor
{
    /// <summary>The lines of all plans, each once.</summary>
    public ConcurrentDictionary<string, string> Lines { get; } = [];

    /// <summary>The lines that read a whole table, with their query.</summary>
    public IEnumerable<string> Scans => Lines.Where(line => IsScan(line.Key, line.Value)).Select(line => $"{line.Key}: {line.Value}");

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await using var plan = command.Connection!.CreateCommand();
        plan.Transaction = command.Transaction;
        plan.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        foreach (DbParameter parameter in command.Parameters)
        {
            var copy = plan.CreateParameter();
            (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
            plan.Parameters.Add(copy);
        }

        await using var reader = await plan.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            Lines[reader.GetString(3)] = command.CommandText;
        return result;
    }

    /// <summary>
    /// SQLite prints "SCAN c" (older builds "SCAN TABLE Calls AS c") for a table that it reads from end to end. What it reads through
    /// an index, from json_each or from a part of the query itself (WITH, a subquery, a constant row) is none.
    /// </summary>
    private static bool IsScan(string line, string query) =>
        Scan().Match(line) is { Success: true } scan && !line.Contains("USING", StringComparison.Ordinal) && !line.Contains("VIRTUAL TABLE", StringComparison.Ordinal)
            && Regex.IsMatch(query, $@"(FROM|JOIN|UPDATE) ""\w+"" AS ""?{scan.Groups["name"].Value}\b|(FROM|JOIN|UPDATE) ""{scan.Groups["name"].Value}""");

    [GeneratedRegex(@"^SCAN (TABLE \w+ AS )?(?<name>\w+)")]
    private static partial Regex Scan();
}
