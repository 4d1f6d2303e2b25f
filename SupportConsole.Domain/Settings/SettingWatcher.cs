using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupportConsole.Domain.Live;

namespace SupportConsole.Domain.Settings;

/// <summary>Loads the settings again when one was changed, wherever that was done.</summary>
public sealed partial class SettingWatcher(LiveFeed feed, StoredSettings stored, ILogger<SettingWatcher> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rung = new SemaphoreSlim(0);
        using var subscription = feed.Subscribe([LiveTopic.Setting], _ => rung.Release());
        while (true)
        {
            await rung.WaitAsync(stoppingToken);
            try
            {
                await stored.LoadAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFault(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The settings could not be loaded again; those from before hold")]
    private partial void LogFault(Exception fault);
}
