using SQLitePCL;

namespace SupportConsole.Domain.Data;

/// <summary>A row of an answer of <see cref="PreparedStatements"/>, by the number of the column; only while it is being read.</summary>
public readonly struct StatementRow(sqlite3_stmt statement)
{
    public long Long(int column) => raw.sqlite3_column_int64(statement, column);

    public int Int(int column) => raw.sqlite3_column_int(statement, column);

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public DateTime Time(int column) => SqliteConventions.Time(Text(column));

    public DateTime? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    /// <summary>What was kept as JSON, without making a text of it first.</summary>
    public T Json<T>(int column) => JsonColumn.Read<T>(raw.sqlite3_column_blob(statement, column));

    /// <summary>Text, a whole number, or null.</summary>
    public object? Value(int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_INTEGER => Long(column),
        raw.SQLITE_TEXT => Text(column),
        _ => null,
    };
}
