namespace SupportConsole.Domain.Suggestions;

/// <summary>How many notifications a person has not seen (at most <see cref="NotificationReading.CountCap"/>), and which.</summary>
/// <param name="SeenId">The newest they have seen.</param>
/// <param name="Since">When they came.</param>
public sealed record UnseenNotifications(int Count, long SeenId, DateTime Since)
{
    public static readonly UnseenNotifications None = new(0, long.MaxValue, DateTime.MaxValue);

    public bool Holds(NotificationRow row) => row.Id > SeenId && row.CreatedAt >= Since;
}
