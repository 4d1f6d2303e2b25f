using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SupportConsole.Tests.TestSupport;

/// <summary>Asks the database, for each query that is run, how it goes about it: a reading that looks at every row shows here before it is slow.</summary>
internal sealed class QueryPlans : DbCommandInterceptor
{
    /// <summary>The lines of all plans, each once.</summary>
    public ConcurrentDictionary<string, string> Lines { get; } = [];

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
}
