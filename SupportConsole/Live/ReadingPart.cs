using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SupportConsole.Controls;
using SupportConsole.Domain.Access;

namespace SupportConsole.Live;

/// <summary>
/// A live part whose address says what it reads. It reads again when that changes, one reading at a time, so that an answer
/// to an older question never lands on top of a newer one.
/// </summary>
public abstract partial class ReadingPart : LiveComponent
{
    private object? _asked;
    private bool _reading;
    private bool _again;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    [Inject]
    private ILoggerFactory Loggers { get; set; } = default!;

    protected Load Load { get; private set; } = Load.Loading;

    /// <summary>Who is not an admin reads along: without what changes things, and with personal data hidden.</summary>
    protected bool IsAdmin { get; private set; }

    /// <summary>The parameters that the reading depends on, as a value.</summary>
    protected abstract object Question { get; }

    /// <summary>Reads what is asked into fields, and says whether there was anything.</summary>
    protected abstract Task<Load> AnswerAsync();

    protected sealed override async Task ReadAsync()
    {
        if (_reading)
        {
            _again = true;
            return;
        }

        _reading = true;
        try
        {
            IsAdmin = Authentication is not null && (await Authentication).User.IsInRole(Roles.Admin);
            do
            {
                (_again, _asked) = (false, Question);
                Load = await AnswerAsync();
            }
            while (_again || !_asked.Equals(Question));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(Loggers.CreateLogger(GetType()), fault);
            Load = Load.Failed;
        }
        finally
        {
            _reading = false;
        }
    }

    protected override Task OnParametersSetAsync() => Question.Equals(_asked) ? Task.CompletedTask : ReadAsync();

    protected Task RetryAsync() => ReadAsync();

    [LoggerMessage(Level = LogLevel.Error, Message = "A page could not read what it shows")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
