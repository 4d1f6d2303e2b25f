using SupportConsole.Tests.TestSupport;

namespace SupportConsole.Tests.Evaluation;

/// <summary>A console to run evaluations on, and a folder for their files.</summary>
public abstract class EvaluationRun : IAsyncLifetime
{
    private readonly ConsoleHost _host = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("texts-").FullName;

    protected IServiceProvider Services => _host.Services;

    public Task InitializeAsync() => Task.FromResult(_host.Address);

    public async Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await _host.DisposeAsync();
    }

    protected string At(string name) => Path.Combine(_folder, name);
}
