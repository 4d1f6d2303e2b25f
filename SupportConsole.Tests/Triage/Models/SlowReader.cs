using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SupportConsole.Tests.Triage.Models;

/// <summary>Holds whoever asks which version is in force, once, with the answer in hand.</summary>
internal sealed class SlowReader : DbCommandInterceptor
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _holds;

    public Task Reached => _reached.Task;

    public void Hold() => _holds = 1;

    public void Go() => _go.SetResult();

    public override async ValueTask<InterceptionResult> DataReaderClosingAsync(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
    {
        if (command.CommandText.Contains("\"FileHash\"", StringComparison.Ordinal) && Interlocked.Exchange(ref _holds, 0) == 1)
        {
            _reached.SetResult();
            await _go.Task;
        }

        return result;
    }
}
