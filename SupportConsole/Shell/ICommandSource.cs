using System.Security.Claims;

namespace SupportConsole.Shell;

/// <summary>Finds commands for what a person types: pages, settings, later projects and suggestions. Registered scoped.</summary>
public interface ICommandSource
{
    /// <summary>The heading its finds stand under.</summary>
    string Title { get; }

    /// <summary>At most a handful, best first, and only what this person may see. With no text: what is worth offering unasked.</summary>
    Task<IReadOnlyList<Command>> SearchAsync(string text, ClaimsPrincipal person, CancellationToken cancellation);
}
