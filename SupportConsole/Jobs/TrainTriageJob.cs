using Quartz;
using SupportConsole.Domain.Triage.Models;

namespace SupportConsole.Jobs;

/// <summary>Trains the classifier anew on what people have labelled.</summary>
[DisallowConcurrentExecution]
public sealed class TrainTriageJob(TriageTraining training, JobRuns runs) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await training.RunAsync(runs.ProgressOf(context));
}
