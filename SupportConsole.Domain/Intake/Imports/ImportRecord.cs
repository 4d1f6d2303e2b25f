using SupportConsole.Domain.Data;

namespace SupportConsole.Domain.Intake.Imports;

/// <summary>One record of a file, read: a call as a sender would report it, and what could not be read of it.</summary>
/// <param name="Line">The line it begins on, from 1.</param>
internal sealed record ImportRecord(long Line, CallEnded Call, FieldErrors Errors);

/// <summary>Reads a file from its begin to its end, a record at a time: no more of it is ever held than a batch.</summary>
internal interface IImportReader : IDisposable
{
    /// <summary>How far the file is read.</summary>
    long BytesRead { get; }

    /// <summary>Goes to the next record; false after the last. Going past records without reading them is cheap.</summary>
    bool Next();

    ImportRecord Read();
}
