using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace SupportConsole.Domain.Data;

/// <summary>
/// The write path of received events: rows that arrive while one commit is on its way to disk share the next one, so
/// that a commit's cost (a disk flush, under synchronous FULL) is paid once for many. Each row is answered only after
/// its commit. Written without EF Core, like the counts of calls: EF was four to ten times slower here.
/// </summary>
public sealed class GroupCommit(IDbContextFactory<SupportDbContext> contexts, WriteLock writers) : BackgroundService
{
    /// <summary>Rows in one commit, but for those that came together: enough to pay for the flush, few enough that a page's write is not kept waiting.</summary>
    private const int RowsPerCommit = 256;

    /// <summary>Rows that may wait; beyond it callers are told to come back later.</summary>
    private const int QueueLength = 20_000;

    /// <summary>Bulk work gives way this many times as long as its commit took: senders have four fifths of the writer, and it never stands still.</summary>
    private const int SendersShare = 4;

    /// <summary>Senders that wait for an answer send the next within this; past it nobody is sending.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(1);

    private readonly Channel<Entry> _queue = Channel.CreateUnbounded<Entry>(new UnboundedChannelOptions { SingleReader = true });
    private readonly KeptContext _kept = new(contexts);
    private int _waiting;
    private long _committedAt;
    private long _bulkAgainAt;

    private bool IsBusy => Volatile.Read(ref _waiting) > 0 || Stopwatch.GetElapsedTime(Volatile.Read(ref _committedAt)) < Pause;

    /// <summary>
    /// Runs <paramref name="write"/> (safe to fail alone) inside the next commit and returns its answer once that commit is on disk.
    /// Throws <see cref="QueueFullException"/> when too much is waiting.
    /// </summary>
    /// <param name="rows">Rows that it writes.</param>
    public async Task<T> RunAsync<T>(Func<PreparedStatements, T> write, int rows = 1)
    {
        var entry = new Entry<T>(write, rows);
        if (Interlocked.Add(ref _waiting, rows) > QueueLength || !_queue.Writer.TryWrite(entry))
        {
            Interlocked.Add(ref _waiting, -rows);
            throw new QueueFullException();
        }

        return await entry.Answer;
    }

    /// <summary>
    /// Does one commit of bulk work; before it, while events come in, senders have had the writer for some time since the last. By the
    /// machine's clock: it is about who has the disk, not about what time it is.
    /// </summary>
    public async Task<T> GivingWayAsync<T>(Func<Task<T>> commit, CancellationToken cancellation = default)
    {
        while (IsBusy && Stopwatch.GetTimestamp() < Volatile.Read(ref _bulkAgainAt))
        {
            await Task.Delay(Blink, TimeProvider.System, cancellation);
        }

        var started = Stopwatch.GetTimestamp();
        try
        {
            return await commit();
        }
        finally
        {
            var ended = Stopwatch.GetTimestamp();
            Volatile.Write(ref _bulkAgainAt, ended + (ended - started) * SendersShare);
        }
    }

    public override void Dispose()
    {
        _kept.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var entries = new List<Entry>(RowsPerCommit);
        try
        {
            while (await _queue.Reader.WaitToReadAsync(stoppingToken))
            {
                entries.Clear();
                await GatherAsync();
                var rows = 0;
                while (rows < RowsPerCommit && _queue.Reader.TryRead(out var entry))
                {
                    entries.Add(entry);
                    rows += entry.Rows;
                }

                await CommitAsync(entries);
                Interlocked.Add(ref _waiting, -rows);
                Volatile.Write(ref _committedAt, Stopwatch.GetTimestamp());
            }
        }
        finally
        {
            _queue.Writer.TryComplete();
            while (_queue.Reader.TryRead(out var entry))
            {
                entry.Fail(new OperationCanceledException("The console is stopping."));
            }
        }
    }

    /// <summary>
    /// Lets requests that have arrived already write down their rows, for as long as more do: a commit costs nearly the same for eight
    /// rows as for one, and where nobody else sends this costs some millionths of a second.
    /// </summary>
    private async Task GatherAsync()
    {
        for (var before = 0; Volatile.Read(ref _waiting) is var waiting && waiting > before && waiting < RowsPerCommit; before = waiting)
        {
            await Task.Yield();
        }
    }

    private async Task CommitAsync(List<Entry> entries)
    {
        try
        {
            using var turn = await writers.EnterAsync();
            var connection = (SqliteConnection)_kept.Use().Database.GetDbConnection();
            using var transaction = connection.BeginTransaction(deferred: false);
            var statements = PreparedStatements.On(connection);
            foreach (var entry in entries)
            {
                entry.Write(statements);
            }

            transaction.Commit();
        }
        catch (Exception fault)
        {
            entries.ForEach(entry => entry.Fail(fault));
            _kept.Drop();
            return;
        }

        entries.ForEach(entry => entry.Succeed());
    }

    private abstract class Entry(int rows)
    {
        public int Rows => rows;

        public abstract void Write(PreparedStatements statements);

        public abstract void Succeed();

        public abstract void Fail(Exception fault);
    }

    private sealed class Entry<T>(Func<PreparedStatements, T> write, int rows) : Entry(rows)
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;
        private Exception? _ownFault;

        public Task<T> Answer => _done.Task;

        public override void Write(PreparedStatements statements)
        {
            try
            {
                _result = write(statements);
            }
            catch (SqliteException fault) when (fault.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
            {
                _ownFault = fault;
            }
        }

        public override void Succeed()
        {
            if (_ownFault is null)
            {
                _done.TrySetResult(_result!);
            }
            else
            {
                _done.TrySetException(_ownFault);
            }
        }

        public override void Fail(Exception fault) => _done.TrySetException(fault);
    }
}
