using SupportConsole.Domain.Access;

namespace SupportConsole.Access;

/// <summary>Prints the set-up link once the console listens, when nobody has been added. To the output: a log may be read by others.</summary>
internal sealed class SetupNotice(People people, SetupLink link, ConsoleAddress address) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await people.NobodyYetAsync(cancellationToken))
        {
            await Console.Out.WriteLineAsync(
                $"Nobody has been added yet. Open this to make the first Admin:\n  {address.Of(Links.SetUp, link.Token)}");
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
