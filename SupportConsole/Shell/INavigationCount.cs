using System.Security.Claims;

namespace SupportConsole.Shell;

/// <summary>The number beside one entry of the rail: how much there waits for this person. Registered scoped, one per entry.</summary>
public interface INavigationCount
{
    /// <summary>The entry's route, from <see cref="Links"/>.</summary>
    string Route { get; }

    /// <summary>Raised, from any thread, when the number may have changed.</summary>
    event Action? Changed;

    /// <summary>The number to show; null or 0 shows none.</summary>
    Task<int?> CountAsync(ClaimsPrincipal person, CancellationToken cancellation);
}
