using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace SupportConsole.Domain.Data;

/// <summary>
/// EF Core's connection without the functions that its SQLite provider adds for decimals and regular expressions, neither of which is
/// stored or asked for here: they are added again at every opening, and took two thirds of the time of a short reading.
/// </summary>
public sealed class PlainConnection(RelationalConnectionDependencies dependencies) : RelationalConnection(dependencies)
{
    protected override bool SupportsAmbientTransactions => false;

    protected override DbConnection CreateDbConnection() => new SqliteConnection(GetValidatedConnectionString());
}
