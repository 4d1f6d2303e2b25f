using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SupportConsole.Domain.Intake.Imports;
using SupportConsole.Domain.Suggestions;
using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Intake;

/// <summary>Half of a file is no finding: while an import is at work nobody looks at its projects, and what it shows rings no bell.</summary>
public sealed class ImportIsQuietTests : IAsyncLifetime
{
    private readonly CutOff _cut = new();
    private ApiConsole _console = null!;

    public async Task InitializeAsync() => _console = await ApiConsole.StartAsync(
        services =>
        {
            services.AddSingleton<IInterceptor>(_cut);
            services.Remove(services.Single(service => service.ImplementationType == typeof(ImportWorker))); // The test says when it goes on.
        },
        ("Imports:RowsPerCommit", "40"), ("Imports:UndoRowsPerCommit", "40"), ("Detection:SweepSkipMinutes", "1"));

    public Task DisposeAsync() => _console.DisposeAsync().AsTask();

    [Fact]
    public async Task LiveCall_BetweenTwoCommitsOfAnImport_LeavesTheLookToItsEnd()
    {
        var id = await _console.UploadedAsync(_console.Jsonl(80, captured: _ => false), "calls.jsonl");
        (await _console.Admin.PostJsonAsync($"/api/imports/{id}/start")).Is(HttpStatusCode.OK);
        await WorkUntilCommitAsync(id, 2); // It begins, and the first half lands.
        (await ImportAsync()).ShouldBe((ImportStatus.Running, 40));

        await _console.CallsAsync(3, captured: 0, prefix: "live");
        await _console.Get<ProjectCheck>().SweepAsync();
        await _console.ProcessedAsync();

        (await CardsAsync(), await BellsAsync(), await IsDueAsync()).ShouldBe((0, 0, true));

        await _console.Get<ImportRunner>().WorkAsync(id);
        (await ImportAsync()).ShouldBe((ImportStatus.Done, 80));
        (await CardsAsync(), await BellsAsync(), await IsDueAsync()).ShouldBe((1, 0, false));
    }

    [Fact]
    public async Task LiveCall_AfterAnImportThatWasStopped_FindsItLookedAtAlready()
    {
        var id = await _console.UploadedAsync(_console.Jsonl(80, captured: _ => false), "calls.jsonl");
        (await _console.Admin.PostJsonAsync($"/api/imports/{id}/start")).Is(HttpStatusCode.OK);
        _cut.At(2, () => throw new IOException("There is no room."));
        await Should.ThrowAsync<IOException>(() => _console.Get<ImportRunner>().WorkAsync(id));
        (await ImportAsync()).ShouldBe((ImportStatus.Failed, 40));

        await _console.CallsAsync(3, captured: 0, prefix: "live");

        (await CardsAsync(), await BellsAsync(), await IsDueAsync()).ShouldBe((1, 0, false));
    }

    [Fact]
    public async Task LiveCall_WhileAnImportIsUndone_LeavesTheLookToItsEnd()
    {
        var id = await _console.UploadedAsync(_console.Jsonl(80, captured: _ => false), "calls.jsonl");
        (await _console.Admin.PostJsonAsync($"/api/imports/{id}/start")).Is(HttpStatusCode.OK);
        await _console.Get<ImportRunner>().WorkAsync(id);
        (await _console.Admin.PostJsonAsync($"/api/imports/{id}/undo")).Is(HttpStatusCode.OK);
        await WorkUntilCommitAsync(id, 1);

        await _console.CallsAsync(3, captured: 3, prefix: "live");
        (await IsDueAsync()).ShouldBeTrue();

        await _console.Get<ImportRunner>().WorkAsync(id);
        (await BellsAsync(), await IsDueAsync()).ShouldBe((0, false));
        await _console.CallsAsync(1, captured: 1, prefix: "later"); // Nobody waits any more.
        (await IsDueAsync()).ShouldBeFalse();
    }

    /// <summary>Works on the import until so many of its commits are done, as if the process died then.</summary>
    private async Task WorkUntilCommitAsync(long id, int commits)
    {
        using var stop = new CancellationTokenSource();
        _cut.At(commits, stop.Cancel);
        await Should.ThrowAsync<OperationCanceledException>(() => _console.Get<ImportRunner>().WorkAsync(id, stop.Token));
    }

    private Task<(ImportStatus, long)> ImportAsync() =>
        _console.ReadAsync(async db => await db.Imports.AsNoTracking().SingleAsync() is var import ? (import.Status, import.Landed) : default);

    private Task<int> CardsAsync() => _console.ReadAsync(db => db.Suggestions.CountAsync());

    private Task<int> BellsAsync() => _console.ReadAsync(db => db.Notifications.CountAsync());

    private Task<bool> IsDueAsync() => _console.ReadAsync(db => db.Projects.AnyAsync(project => project.IsCheckDue));

    /// <summary>Does something once a number of commits is done.</summary>
    private sealed class CutOff : DbTransactionInterceptor
    {
        private int _left;
        private Action _then = () => { };

        public void At(int commits, Action then) => (_then, _left) = (then, commits);

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (_left > 0 && --_left == 0)
                _then();
            return Task.CompletedTask;
        }
    }
}
