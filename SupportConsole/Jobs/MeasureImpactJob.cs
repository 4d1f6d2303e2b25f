using Quartz;
using SupportConsole.Domain.Suggestions.Impact;

namespace SupportConsole.Jobs;

/// <summary>Brings the measurements that are due up to date, and judges the promises that can be judged.</summary>
[DisallowConcurrentExecution]
public sealed class MeasureImpactJob(ImpactJudging judging) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await judging.MeasureDueAsync(cancellationToken);
}
