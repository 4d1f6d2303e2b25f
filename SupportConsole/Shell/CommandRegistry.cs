using System.Security.Claims;

namespace SupportConsole.Shell;

/// <summary>What the palette can do now: the actions of the page that is open, then whatever the sources find.</summary>
public sealed class CommandRegistry(IEnumerable<ICommandSource> sources, ILogger<CommandRegistry> log)
{
    private readonly List<CommandGroup> _actions = [];

    /// <summary>A page offers its actions; dispose with the page.</summary>
    public IDisposable Add(string title, params IReadOnlyList<Command> commands)
    {
        var group = new CommandGroup(title, commands);
        _actions.Add(group);
        return new Offer(() => _actions.Remove(group));
    }

    public async Task<IReadOnlyList<CommandGroup>> SearchAsync(string text, ClaimsPrincipal person, CancellationToken cancellation)
    {
        var groups = _actions.Select(group => group with { Commands = [.. group.Commands.Matching(text)] }).ToList();
        foreach (var source in sources)
            groups.Add(new(source.Title, await FindAsync(source, text, person, cancellation)));
        return [.. groups.Where(group => group.Commands.Count > 0)];
    }

    // One source that fails must not take the others' finds away.
    private async Task<IReadOnlyList<Command>> FindAsync(ICommandSource source, string text, ClaimsPrincipal person, CancellationToken cancellation)
    {
        try
        {
            return await source.SearchAsync(text, person, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "Commands under {Title} could not be searched", source.Title);
            return [];
        }
    }

    private sealed class Offer(Action withdraw) : IDisposable
    {
        public void Dispose() => withdraw();
    }
}
