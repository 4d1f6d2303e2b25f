using System.Security.Claims;
using SupportConsole.Domain.Live;

namespace SupportConsole.Shell;

/// <summary>The number beside one entry of the rail: how much there waits for this person. Registered once, one per entry.</summary>
public interface INavigationCount
{
    /// <summary>The entry's route, from <see cref="Links"/>.</summary>
    string Route { get; }

    /// <summary>What changes the number.</summary>
    IReadOnlyCollection<LiveTopic> Topics { get; }

    /// <summary>The number to show; null or 0 shows none.</summary>
    Task<int?> CountAsync(ClaimsPrincipal person);
}
