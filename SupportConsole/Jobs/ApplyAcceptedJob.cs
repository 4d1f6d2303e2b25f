using Quartz;
using SupportConsole.Domain.Suggestions;

namespace SupportConsole.Jobs;

/// <summary>Applies what was accepted while applying failed: a full disk must not leave an accepted card waiting for a restart.</summary>
[DisallowConcurrentExecution]
public sealed class ApplyAcceptedJob(SuggestionApplier applier) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await applier.ApplyAcceptedAsync(cancellationToken);
}
