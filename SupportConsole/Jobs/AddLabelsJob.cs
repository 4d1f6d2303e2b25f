using Quartz;
using SupportConsole.Domain.Intake.Labels;

namespace SupportConsole.Jobs;

/// <summary>Adds the labelled texts of files. Stopped by a person it ends them where they are; a process that ends leaves the rest to the next.</summary>
[DisallowConcurrentExecution]
public sealed class AddLabelsJob(LabelUploads uploads, JobRuns runs, IHostApplicationLifetime process) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await uploads.RunAsync(runs.ProgressOf(context));
        }
        catch (OperationCanceledException) when (!process.ApplicationStopping.IsCancellationRequested)
        {
            await uploads.ForgetAsync();
            throw;
        }
    }
}
