using Quartz;
using SupportConsole.Domain.Suggestions;

namespace SupportConsole.Jobs;

/// <summary>Looks at every active project that was not checked within the hour, and lets cards whose finding is gone expire.</summary>
[DisallowConcurrentExecution]
public sealed class SweepProjectsJob(ProjectCheck check) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await check.SweepAsync(cancellationToken);
}
